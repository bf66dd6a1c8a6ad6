/** Real Chromium for tests of pages. Debian has it as the package `chromium`; `CHROMIUM` names another one. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is a browser. Tests that need one are skipped where there is none, and say so. */
export const hasBrowser = existsSync(executablePath);

if (!hasBrowser) {
  console.warn(
    `Skipping the tests that need a browser: there is no Chromium at ${executablePath} (set CHROMIUM to its path).`,
  );
}

/** Starts Chromium, so that it asks nobody for anything. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
