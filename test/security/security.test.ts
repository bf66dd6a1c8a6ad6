/**
 * Runs attacks through every route that an article's words take, and shows what comes out in Chromium. `npm run test:security` adds the collections of
 * others, where COPYDESK_SECURITY names their folder or it stands beside the repository (`../shared/security`).
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, launchBrowser } from '../browser.ts';
import { collections, isFull } from './collections.ts';
import {
  decidedArticle,
  exhibitsOf,
  framesOf,
  markdownArticle,
  openHouse,
  pageArticle,
  rawArticle,
  sentence,
  statedArticle,
  statedPage,
  textArticle,
  wordArticle,
  type HostileArticle,
  type House,
} from './house.ts';
import { addresses, markdown, markup, words } from './vectors.ts';
import { grouped, watchJoined } from './joined.ts';
import { watch, type Exhibit } from './watch.ts';

const named = (list: readonly string[]): [string, string][] =>
  list.map((attack) => [JSON.stringify(attack.slice(0, 70)), attack]);
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Names that a registry takes: on one line, without controls. */
const names = words.filter((word) => !/[\p{Cc}\u2028-\u2029\u202A-\u202E\u2066-\u2069]/u.test(word) && word.length < 80); // prettier-ignore

test('there are enough of our own, each once in its list', () => {
  const lists = [markup, addresses, words, markdown];
  expect(new Set(lists.flat()).size).toBeGreaterThanOrEqual(200);
  for (const list of lists) expect(new Set(list).size).toBe(list.length);
});

describe.skipIf(!hasBrowser)('in Chromium', { timeout: 600_000 }, () => {
  let browser: Browser;
  let house: House;

  beforeAll(async () => {
    browser = await launchBrowser();
    house = openHouse(names);
  });
  afterAll(async () => {
    await browser.close();
  });

  async function show(
    articles: readonly HostileArticle[],
    make: typeof exhibitsOf = exhibitsOf,
  ): Promise<string[]> {
    const exhibits: Exhibit[] = [];
    for (const article of articles) exhibits.push(...(await make(house, article)));
    expect(exhibits.length).toBeGreaterThanOrEqual(articles.length);
    return watchJoined(browser, exhibits);
  }

  describe('an attack is seen by these tests', () => {
    test.each([
      ['a script', '<script>alert(1)</script>', 'called alert'],
      ['a handler', '<img src=x:x onerror=alert(1)>', 'called alert'],
      ['a click', '<a href="javascript:alert(1)">x</a>', 'called alert'],
      ['a timer', '<script>setTimeout("alert(1)", 200)</script>', 'called alert'],
      [
        'a request',
        '<link rel=stylesheet href=http://evil.test/a.css>',
        'asked for http://evil.test/a.css',
      ],
      [
        'a change',
        '<script>onload = () => setTimeout(() => document.body.title = "x", 50)</script>',
        'changed BODY title',
      ],
      ['a frame', '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>', 'called alert'],
      [
        'a refresh',
        '<meta http-equiv=refresh content="0; url=http://evil.test/b">',
        'asked for http://evil.test/b',
      ],
    ])('%s', async (name, html, fault) => {
      const faults = await watch(browser, [{ name, html: `<!DOCTYPE html>${html}`, isChecked: false }]); // prettier-ignore
      expect(faults.join('\n')).toContain(fault);
    });

    test('and most of ours bite where they are not taken out', async () => {
      const exhibits = named(markup).map(([name, html]) => ({ name, html: `<!DOCTYPE html><p>Words</p>${html}` })); // prettier-ignore
      const faults = (await watch(browser, exhibits)).join('\n');
      const biting = exhibits.filter(({ name }) => faults.includes(name));
      expect(biting.length).toBeGreaterThan(markup.length * 0.8);
    });
  });

  describe('nothing runs, loads or changes by', () => {
    test('HTML in a page', async () => {
      expect(await show(named(markup).map(([name, html]) => pageArticle(name, html)))).toEqual([]);
    });

    test('HTML in Markdown', async () => {
      const articles = grouped(markup, 6).map((group, index) => rawArticle(String(index), group));
      expect(await show(articles)).toEqual([]);
    });

    test('Markdown', async () => {
      const attacks = [
        ...markdown,
        ...addresses.flatMap((address) => [`[a](<${address}>)`, `[a](${address})`]),
      ];
      const articles = grouped(attacks, 8).map((group, index) =>
        markdownArticle(String(index), group.join('\n\n')),
      );
      expect(await show(articles)).toEqual([]);
    });

    test('addresses in a page', async () => {
      const articles = grouped(addresses, 8).map((group, index) =>
        pageArticle(
          String(index),
          group
            .map(
              (each) =>
                `<p><a href="${escaped(each)}">Link</a> <img src="${escaped(each)}" alt="A harbour"> <q cite="${escaped(each)}">quoted</q> <a href="https://a.test/" title="${escaped(each)}">link</a></p>`,
            ) // prettier-ignore
            .join(''),
        ),
      );
      expect(await show(articles)).toEqual([]);
    });

    test('plain text and Word', async () => {
      const all = [...markup, ...addresses, ...words, ...markdown];
      const articles = grouped(all, 12).flatMap((group, index) => [
        textArticle(String(index), group),
        wordArticle(String(index), group),
      ]);
      expect(await show(articles)).toEqual([]);
    });

    const telling = [...words, ...addresses.filter((_, index) => index % 3 === 0), ...markup.filter((_, index) => index % 10 === 0)]; // prettier-ignore

    test('front matter', async () => {
      expect(await show(named(telling).map(([name, word]) => statedArticle(name, word)))).toEqual(
        [],
      );
    });

    test('what a page says of itself, its ids, classes, tables, notes and quotes', async () => {
      expect(await show(named(telling).map(([name, word]) => statedPage(name, word)))).toEqual([]);
    });

    test('files of decisions', async () => {
      const articles = named(words).map(([name, word]) => decidedArticle(name, word));
      expect(await show(articles)).toEqual([]);
    });

    test('names of a registry and of outlets', async () => {
      const articles = grouped(names, 6).map((group, index) => ({
        name: `names ${index}`,
        path: 'article.txt',
        value: `The harbour\n\n${group.map((name) => `The ferry left at noon with ${name}, and nobody had expected it (${name} Times, May 3, 2024).`).join('\n\n')}\n`,
      }));
      expect(await show(articles)).toEqual([]);
    });

    test('names of files', async () => {
      const attacks = [...words, ...markup.filter((_, index) => index % 4 === 0)];
      const articles = named(attacks).map(([name, word]) => ({
        name,
        path: `input/${word.replaceAll(/[\0/\\]/g, '')}.txt`,
        // Without a headline: nothing but the name of the file says what it is called.
        value: `${sentence} The tide was late.\n`,
      }));
      expect(await show(articles)).toEqual([]);
      expect(await show(articles.slice(0, 20), framesOf)).toEqual([]);
    });

    test('placeholders of a template, and parts of a page', async () => {
      const articles = named(isFull ? telling : words.filter((_, index) => index % 2 === 0)).map(([name, word]) => statedArticle(name, word)); // prettier-ignore
      expect(await show(articles, framesOf)).toEqual([]);
    });
  });

  describe.skipIf(!isFull)('of the collections of others nothing does', () => {
    const found = collections();
    if (isFull && found.length === 0) console.warn('Skipping the collections of others: there is no folder of them (set COPYDESK_SECURITY).'); // prettier-ignore

    test.for(found)('$name, $attacks.length', { timeout: 1_800_000 }, async ({ name, attacks }) => {
      const faults: string[] = [];
      for (const group of grouped([...attacks.entries()], 96)) {
        const articles = group.flatMap(([index, attack]) => [
          pageArticle(`${name} ${index}`, attack),
          rawArticle(`${name} ${index}`, [attack]),
          markdownArticle(`${name} ${index}`, attack),
        ]);
        for (const part of grouped(group, 24)) {
          const list = part.map(([, attack]) => attack);
          const first = `${name} from ${part[0]?.[0]}`;
          articles.push(textArticle(first, list), wordArticle(first, list));
        }
        faults.push(...(await show(articles)));
      }
      expect(faults).toEqual([]);
    });
  });
});
