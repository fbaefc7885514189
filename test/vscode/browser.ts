import { chromium, type Browser } from 'playwright-core';
import type { VscodeInstall } from './install';

/** Starts the browser that looks at VS Code. Its sandbox is off: root has none, and it only sees 127.0.0.1. */
export async function launchBrowser(install: VscodeInstall): Promise<Browser> {
  return chromium.launch({ executablePath: install.chromium, chromiumSandbox: false });
}
