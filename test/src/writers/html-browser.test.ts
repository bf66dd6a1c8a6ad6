import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlWriter } from '../../../src/writers/html/index.ts';
import { hasBrowser, launchBrowser } from '../../browser.ts';
import { sampleInput, type SampleOptions } from './html-sample.ts';

const address = 'http://article.test/';
const widths = [320, 768, 1440];
const schemes = ['light', 'dark'] as const;

const picture = {
  image: { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=', alt: 'A harbour', credit: 'M. Aune' },
};

describe.skipIf(!hasBrowser)('the page in Chromium', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** Shows a page and gives, besides, every address that it asks for. */
  async function show(
    html: string,
    options: { width?: number; height?: number; colorScheme?: 'light' | 'dark' } = {},
  ): Promise<{ page: Page; requests: string[]; dialogs: string[] }> {
    const { width = 768, height = 700, colorScheme = 'light' } = options;
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    const requests: string[] = [];
    const dialogs: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.route('**/*', (route) =>
      route.request().url() === address
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    );
    await page.goto(address);
    return { page, requests, dialogs };
  }

  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      return (await axe.run()).violations;
    });
    return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`);
  }

  describe.each(schemes)('in a %s scheme', (colorScheme) => {
    test.each(widths)('is accessible and fits, %i px wide', async (width) => {
      const html = await write(picture);
      const { page } = await show(html, { width, colorScheme });
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBe(0);

      await page.click('summary');
      await page.click('[role=doc-noteref]');
      expect(await violations(page)).toEqual([]);
      await page.close();
    });
  });

  test('can tell a page that is not accessible', async () => {
    const { page } = await show('<!DOCTYPE html><html><body><img src="data:,"></body></html>');
    expect((await violations(page)).join('\n')).toContain('image-alt');
    await page.close();
  });

  test('asks no other host for anything', async () => {
    const { page, requests } = await show(await write());
    expect(requests).toEqual([address]);
    expect(await page.evaluate('getComputedStyle(document.body).marginTop')).toBe('0px');
    await page.close();
  });

  test.each(widths)('shows a note in place and goes back, %i px wide', async (width) => {
    const { page } = await show(await write(), { width });
    const marks = page.locator('[role=doc-noteref]');
    expect(await marks.count()).toBe(4);
    for (let index = 0; index < (await marks.count()); index++) {
      const mark = marks.nth(index);
      await mark.scrollIntoViewIfNeeded();
      await mark.click();
      const note = page.locator('[role=doc-endnotes] li:target');
      await expectInWindow(page, '[role=doc-endnotes] li:target');
      expect(await note.getAttribute('id')).toBe((await mark.getAttribute('href'))?.slice(1));
      // The reader has not been led away from the place where the mark stands.
      await expectInWindow(page, `#${await mark.getAttribute('id')}`);

      const back = note.locator(`a[href="#${await mark.getAttribute('id')}"]`);
      await back.click();
      expect(await mark.evaluate((element) => element.matches(':target'))).toBe(true);
      await expectInWindow(page, `#${await mark.getAttribute('id')}`);
    }
    await page.close();
  });

  test('leads every link within the page somewhere', async () => {
    const { page } = await show(await write());
    const dead = await page.evaluate(
      `[...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute('href').slice(1))
        .filter((id) => document.getElementById(id) === null)`,
    );
    expect(dead).toEqual([]);
    await page.close();
  });

  test('takes the keyboard to a note and back', async () => {
    const { page } = await show(await write());
    await page.locator('[role=doc-noteref]').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=doc-endnotes] li:target');
    await page.keyboard.press('Tab');
    const name = await page.evaluate('document.activeElement.getAttribute("aria-label")');
    expect(name).toBe('Back to reference 2');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=doc-noteref]:target');
    await page.close();
  });

  test('scrolls a wide table and wide code within themselves', async () => {
    const { page } = await show(await write(), { width: 320 });
    const wider = await page.evaluate(
      "[...document.querySelectorAll('.scroll')].map((box) => box.scrollWidth > box.clientWidth)",
    );
    expect(wider).toEqual([true, true]);
    await page.close();
  });

  describe('whatever an article holds', () => {
    const attack = [
      '<script>alert(1)</script>',
      'Text <img src="data:," onerror="alert(2)"> and <b onclick="alert(3)" id="clicked">bold</b>.',
      '<svg onload="alert(4)"><script>alert(5)</script></svg>',
      '<iframe srcdoc="<script>parent.alert(6)</script>"></iframe>',
      '[one](javascript:alert(7)) [two](<java\tscript:alert(8)>) <a href=" JavaScript:alert(9)">three</a>',
      '<style>@import "//evil.test/x.css"; p { background: url(//evil.test/y) }</style>',
      '<form action="//evil.test"><button formaction="javascript:alert(10)">Go</button></form>',
      '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(11)&gt;">',
      '<details open ontoggle="alert(12)"><summary>More</summary></details>',
      '<meta http-equiv="refresh" content="0; url=javascript:alert(13)"> <base href="//evil.test/">',
      '<p style="position:fixed;inset:0">Over all</p>',
    ].join('\n\n');
    const words =
      '</title></script></style><script>alert(14)</script><img src=x onerror=alert(15)>';
    const options: SampleOptions = {
      markdown: attack,
      masthead: { title: words.replace(/[<>]/g, '\\$&'), caption: 'A caption' },
      image: { src: 'javascript:alert(16)', alt: words },
      data: {
        authors: [{ name: words }],
        publication: { name: words, volume: words, issue: words },
        url: 'javascript:alert(17)',
      },
      entities: [
        {
          id: words,
          type: 'person',
          name: words,
          aliases: ['bold'],
          titles: [],
          sameAs: ['javascript:alert(18)'],
          origin: 'registry',
          confidence: 1,
        },
      ],
    };
    /** Without its policy, so that what keeps a script from running is that there is none. */
    const unguarded = (html: string): string => html.replace(/<meta http-equiv.*\n/, '');

    test('runs nothing and asks for nothing', async () => {
      const html = unguarded(await write(options));
      expect(html).not.toContain('http-equiv');
      const { page, requests, dialogs } = await show(html);
      for (const link of await page.locator('a, summary, #article-clicked').all()) {
        await link.click({ noWaitAfter: true }).catch(() => undefined);
      }
      await page.waitForTimeout(100);
      expect(dialogs).toEqual([]);
      expect(requests).toEqual([address]);
      expect(await page.title()).toContain('</title></script>');
      expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(0);
      await page.close();
    });

    test('is seen by this test where it does run', async () => {
      const { page, dialogs } = await show(`<!DOCTYPE html><title>x</title>${attack}`);
      await page.waitForTimeout(100);
      expect(dialogs.length).toBeGreaterThan(2);
      await page.close();
    });

    test('is held by the policy as well', async () => {
      const html = (await write()).replace('</article>', `</article>${attack}`);
      const { page, dialogs, requests } = await show(html);
      await page.waitForTimeout(100);
      expect(dialogs).toEqual([]);
      expect(requests.filter((url) => url.includes('evil.test'))).toEqual([]);
      await page.close();
    });
  });
});

async function write(options: Readonly<SampleOptions> = {}): Promise<string> {
  return htmlWriter.write(sampleInput(options));
}

async function expectInWindow(page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  expect(box).not.toBeNull();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
}
