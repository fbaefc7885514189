/** What a window is told about extensions under development, as absolute paths on the server's machine. */
export interface Development {
  readonly extensions: readonly string[];
  /** A module with run(): the window then runs it in the extension host and calls codeAutomationExit at its end. */
  readonly tests?: string;
}

/**
 * A script for a page that makes a window load extensions under development. A built server ignores the usual
 * parameters for this in the address, but honours them in the settings that it writes into the page; those are
 * completed while the workbench reads them. (A page with replaced HTML is no way: Chromium cuts it off from sockets.)
 */
export function developmentScript(authority: string, development: Development): string {
  const uri = (path: string) => ({ scheme: 'vscode-remote', authority, path });
  const options = {
    extensions: development.extensions.map(uri),
    ...(development.tests === undefined ? {} : { extensionTestsPath: uri(development.tests) }),
  };
  return `{
    const original = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = original.call(this, name);
      if (this.id !== 'vscode-workbench-web-configuration' || name !== 'data-settings' || !value) return value;
      const settings = JSON.parse(value);
      settings.developmentOptions = { ...settings.developmentOptions, ...${JSON.stringify(options)} };
      return JSON.stringify(settings);
    };
  }`;
}
