/**
 * A script for a page that makes its window run a test module in the extension host and report the end to
 * codeAutomationExit. A built server ignores the usual parameters for this in the address, but honours them in the
 * settings that it writes into the page; those are completed while the workbench reads them. (A page with replaced
 * HTML is no way: Chromium cuts it off from sockets.)
 *
 * @param extension the folder of an extension under development; without one a window is not in test mode
 * @param tests the path of a module that exports run()
 */
export function testModeScript(authority: string, extension: string, tests: string): string {
  const uri = (path: string) => ({ scheme: 'vscode-remote', authority, path });
  const options = { extensions: [uri(extension)], extensionTestsPath: uri(tests) };
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
