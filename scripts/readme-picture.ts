/**
 * Makes the picture of the README: a sample's page, by day and by night, with a note open: `npm run screenshot`. Needs Chromium.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createPipeline } from '../src/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sample = join(root, 'input/harvest-across-the-strait.txt');
const picture = join(root, 'docs/images/page.webp');
const maxBytes = 150_000;
const size = { width: 860, height: 900 };

const { outputs } = await createPipeline({ cwd: root }).build({
  value: readFileSync(sample),
  path: sample,
  formats: ['html'],
});
const page = outputs.html as string;

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const halves = await Promise.all([shot('light', ''), shot('dark', '#article-note-4')]);
  const window = await browser.newPage();
  // The browser writes WebP, which keeps letters sharp at half the size of PNG.
  const data = await window.evaluate<string>(`(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = ${2 * size.width};
    canvas.height = ${size.height};
    for (const [index, data] of ${JSON.stringify(halves)}.entries()) {
      const image = new Image();
      image.src = 'data:image/png;base64,' + data;
      await image.decode();
      canvas.getContext('2d').drawImage(image, index * ${size.width}, 0);
    }
    return canvas.toDataURL('image/webp', 0.8).split(',')[1];
  })()`);
  mkdirSync(dirname(picture), { recursive: true });
  writeFileSync(picture, Buffer.from(data, 'base64'));
} finally {
  await browser.close();
}

const bytes = statSync(picture).size;
console.log(`docs/images/page.webp: ${bytes} bytes`);
if (bytes > maxBytes) {
  console.error(`docs/images/page.webp is larger than ${maxBytes} bytes.`);
  process.exitCode = 1;
}

/** The top of the page, or what shows where a note is open. */
async function shot(colorScheme: 'light' | 'dark', fragment: string): Promise<string> {
  const window = await browser.newPage({ viewport: size, colorScheme });
  await window.route('http://sample/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: page }),
  );
  await window.goto(`http://sample/${fragment}`);
  if (fragment !== '') await window.mouse.wheel(0, 520);
  await window.waitForTimeout(300);
  return (await window.screenshot()).toString('base64');
}
