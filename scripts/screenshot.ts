/**
 * Takes a picture of a page: `tsx scripts/screenshot.ts FILE.html OUT.png [--width 1440] [--height N] [--dark]`.
 *
 * Without a height the whole page is shown. Chromium is looked for as `CHROMIUM`, else at `/usr/bin/chromium`.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1440' },
    height: { type: 'string' },
    dark: { type: 'boolean', default: false },
  },
});
const [page, picture] = positionals;
if (page === undefined || picture === undefined) {
  console.error(
    'Usage: tsx scripts/screenshot.ts FILE.html[#id] OUT.png [--width 1440] [--height N] [--dark]',
  );
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const window = await browser.newPage({
    viewport: { width: Number(values.width), height: Number(values.height ?? 900) },
    colorScheme: values.dark ? 'dark' : 'light',
  });
  const [path = page, fragment] = page.split('#');
  const address = pathToFileURL(resolve(path));
  if (fragment !== undefined) address.hash = fragment;
  await window.goto(address.href);
  await window.screenshot({ path: picture, fullPage: values.height === undefined });
} finally {
  await browser.close();
}
