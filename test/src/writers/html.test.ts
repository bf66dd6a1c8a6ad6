import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../../src/model/index.ts';
import { htmlWriter } from '../../../src/writers/html/index.ts';
import { sampleInput, withoutPositions, type SampleOptions } from './html-sample.ts';

const write = async (options: Readonly<SampleOptions> = {}): Promise<string> =>
  htmlWriter.write(sampleInput(options));

const body = async (markdown: string, options: Readonly<SampleOptions> = {}): Promise<string> => {
  const html = await write({ markdown, masthead: { title: 'T' }, ...options });
  return (
    /<div class="body">\n?([\s\S]*?)\n?<\/div>\n(?:<section|<details|<\/article)/.exec(html)?.[1] ??
    ''
  );
};

const graph = (html: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? 'null');

describe('the page', () => {
  test('is complete, in the order of its parts', async () => {
    const html = await write();
    const order = [
      '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
      '<title>The Island That Kept Its Ferry</title>',
      '<main>\n<article lang="en" vocab="https://schema.org/" typeof="NewsArticle">\n<header>',
      '<p class="publication"><cite>The Coastal Quarterly</cite>, Volume 12, Issue 4</p>',
      '<h1>The Island That Kept Its Ferry</h1>',
      '<p class="subtitle">',
      '<p class="byline"><span>By Marit Aune and Tom Okafor</span> <time datetime="2023-10-19">October 19, 2023</time></p>',
      '<p class="caption">The harbour of',
      '<nav aria-label="Contents">',
      '<span class="dateline">HALDEN ISLAND, Oct. 19</span> — The last ferry',
      '<aside role="doc-pullquote" aria-hidden="true">\n<p>We miss the people who came before the crowds.</p>\n<p><cite>Ingrid Vollan</cite></p>\n</aside>',
      '<section role="doc-endnotes" aria-labelledby="article-notes-title">',
      '<summary>People, organizations and places</summary>',
      '</article>\n</main>\n</body>\n</html>\n',
    ];
    let from = 0;
    for (const part of order) {
      const at = html.indexOf(part, from);
      expect(at, part).toBeGreaterThanOrEqual(from);
      from = at + part.length;
    }
    expect(from).toBe(html.length);
  });

  test('is the same each time, with positions or without', async () => {
    const html = await write();
    expect(await write()).toBe(html);
    const input = sampleInput();
    withoutPositions(input.tree);
    expect(await htmlWriter.write(input)).toBe(html);
  });

  test('leaves the tree that it was given as it was', async () => {
    const input = sampleInput();
    const before = JSON.stringify(input.tree);
    await htmlWriter.write(input);
    expect(JSON.stringify(input.tree)).toBe(before);
  });

  test('weighs less than 30 KB beyond the text', async () => {
    const input = sampleInput();
    const html = await htmlWriter.write(input);
    expect(Buffer.byteLength(html) - Buffer.byteLength(input.article.text)).toBeLessThan(30_000);
  });

  test('lets nothing load but its own style', async () => {
    const html = await write();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    const style = /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy?.replaceAll('&#x27;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'none'; base-uri 'none'; form-action 'none'`,
    );
    const withImages = await body('![a](https://a.test/a.png)\n\n![b](b.png)');
    expect(withImages).toContain('src="https://a.test/a.png"');
    const page = await write({
      markdown: '![a](https://a.test/a.png)\n\n![b](b.png)',
      masthead: {},
    });
    expect(page).toContain('img-src &#x27;self&#x27; https:;');
  });

  test('takes the style of the house, which can not end its element', async () => {
    const css = 'p::after { content: "</style><script>alert(1)</script>"; }\r\n';
    const html = await write({ html: { css } });
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('<\\/style>');
    expect(html).not.toContain('--paper');
  });

  test('is the article alone where a fragment is wanted', async () => {
    const html = await write({ html: { page: 'fragment' } });
    expect(html).toMatch(/^<article [^]*<\/article>\n$/);
    expect(html).not.toMatch(/<(?:style|meta|script|html|main)\b/);
  });

  test('shortens a title that no browser would show, and nothing else', async () => {
    const title = `A headline that ${'goes on and '.repeat(12)}ends`;
    const html = await write({ markdown: 'Text.', masthead: { title } });
    expect(/<title>(.*)<\/title>/.exec(html)?.[1]).toMatch(/^A headline.{40,59}…$/);
    expect(html).toContain(`<h1>${title}</h1>`);
  });

  test('runs from right to left by language, script or letters', async () => {
    const direction = async (language: string, markdown = 'Text'): Promise<boolean> =>
      (await write({ markdown, masthead: {}, data: { language } })).includes('dir="rtl"');
    expect(await direction('ar')).toBe(true);
    expect(await direction('fa-IR')).toBe(true);
    expect(await direction('az-Arab')).toBe(true);
    expect(await direction('ku-Latn')).toBe(false);
    expect(await direction('en')).toBe(false);
    expect(await direction('en', 'هذا نص المقال')).toBe(true);
  });

  test('prints a date with the precision that it has', async () => {
    const date = async (value: string, language = 'en'): Promise<string | undefined> => {
      const html = await write({
        markdown: 'Text',
        masthead: {},
        data: { language, date: { value, origin: 'stated' } },
      });
      return /<time datetime="[^"]*">(.*?)<\/time>/.exec(html)?.[1];
    };
    expect(await date('2022-10-09')).toBe('October 9, 2022');
    expect(await date('2022-10-09', 'en-GB')).toBe('9 October 2022');
    expect(await date('2022-10')).toBe('October 2022');
    expect(await date('2022')).toBe('2022');
    expect(await date('2022-10-09', 'fr')).toBe('9 octobre 2022');
    expect(await date('2022-10-09', 'fi')).toBe('2022-10-09');
  });
});

describe('metadata for machines', () => {
  test('says in JSON-LD what the article is', async () => {
    expect(graph(await write())).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'The Island That Kept Its Ferry',
      author: [
        { '@type': 'Person', name: 'Marit Aune' },
        { '@type': 'Person', name: 'Tom Okafor' },
      ],
      datePublished: '2023-10-19',
      inLanguage: 'en',
      about: [{ name: 'Halden Island' }, { name: 'Northern Ports Authority' }],
      mentions: [{ name: 'Ingrid Vollan' }, { name: 'Stavnes' }],
      isPartOf: {
        issueNumber: '4',
        isPartOf: { volumeNumber: '12', isPartOf: { name: 'The Coastal Quarterly' } },
      },
    });
  });

  test('lists the sources that are known, each once', async () => {
    const input = sampleInput();
    const item = {
      id: 'a',
      type: 'article-newspaper',
      'container-title': 'The Coastal Courier',
      issued: { 'date-parts': [[2023, 10, 3]] },
    };
    const citation: Omit<Citation, 'items'> = {
      id: 'c',
      note: 1,
      kind: 'outlet-date',
      rendered: '',
      occurrences: [],
    };
    input.article.citations = [
      { ...citation, items: [item, { ...item, id: 'b' }] },
      {
        ...citation,
        items: [{ id: 'c', type: 'article-newspaper', issued: { 'date-parts': [[2023]] } }],
      },
    ];
    expect(graph(await htmlWriter.write(input))['citation']).toEqual({
      '@type': 'NewsArticle',
      publisher: { '@type': 'Organization', name: 'The Coastal Courier' },
      datePublished: '2023-10-03',
    });
  });

  test('can not break out of its element', async () => {
    const title = 'A </script><!-- \u2028 & title';
    const html = await write({
      markdown: 'Text',
      masthead: { title: title.replaceAll('<', '\\<') },
    });
    const script = /<script type="application\/ld\+json">(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(script).not.toMatch(/[<>&\u2028]/);
    expect(graph(html)['headline']).toBe(title);
  });
});

describe('notes', () => {
  test('have a return link for each mark, with names of their own', async () => {
    const html = await write({
      markdown: 'A[^x] b[^y] c[^x].\n\n[^y]: Why.\n[^x]: Ex.',
      masthead: {},
    });
    expect(html).toContain(
      'A<sup><a href="#article-note-1" id="article-mark-1" role="doc-noteref">1</a></sup> b<sup><a href="#article-note-2" id="article-mark-2" role="doc-noteref">2</a></sup> c<sup><a href="#article-note-1" id="article-mark-1-2" role="doc-noteref">1</a></sup>.',
    );
    expect(html).toContain(
      '<li id="article-note-1">Ex.\u00A0<a href="#article-mark-1" role="doc-backlink" aria-label="Back to reference 1">',
    );
    expect(html).toContain('aria-label="Back to reference 1, second mark"');
    expect(html).not.toContain('user-content');
    expect(html).not.toContain('doc-endnote"');
  });

  test('are numbered as in the article document, also from the masthead and from note to note', async () => {
    const html = await write({
      markdown:
        'Text[^b].\n\n[^a]: Of the other[^c].\n[^b]: Of the text[^a].\n[^c]: Last[^b].\n[^d]: Unmarked.',
      masthead: { title: 'T' },
    });
    const order = [...html.matchAll(/<li id="article-note-\d">(?:Of the )?(\w+)/g)].map(
      ([, word]) => word,
    );
    expect(order).toEqual(['text', 'Last', 'other', 'Unmarked']);
    expect(html.match(/role="doc-noteref"/g)).toHaveLength(4);
    expect(html.match(/role="doc-backlink"/g)).toHaveLength(4);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });

  test('stand behind a link, never in it', async () => {
    expect(await body('A [link[^1]](https://a.test/).\n\n[^1]: Note.')).toContain(
      '<a href="https://a.test/">link</a><sup><a href="#article-note-1"',
    );
  });
});

describe('names', () => {
  test('are linked at their first mention, where a page is known', async () => {
    const html = await body(
      'The Northern Ports Authority.\n\n[The Northern Ports Authority](https://a.test/)',
      {
        entities: [
          {
            id: 'npa',
            type: 'organization',
            name: 'Northern Ports Authority',
            aliases: [],
            titles: [],
            sameAs: ['https://example.org/npa'],
            origin: 'registry',
            confidence: 1,
          },
        ],
      },
    );
    expect(html).toBe(
      '<p>The <a typeof="Organization" resource="#npa" property="mentions" href="https://example.org/npa">Northern Ports Authority</a>.</p>\n' +
        '<p><a href="https://a.test/">The <span resource="#npa">Northern Ports Authority</span></a></p>',
    );
  });
});

describe('the body', () => {
  test('has its headings below the headline, without a gap', async () => {
    const html = await body('# A\n\n#### B\n\n###\n\n## C\n\n# D');
    expect(
      [...html.matchAll(/<h(\d) id="([^"]*)">/g)].map((match) => `${match[1]} ${match[2]}`),
    ).toEqual(['2 article-a', '3 article-b', '3 article-c', '2 article-d']);
  });

  test('gives headings ids that differ, in plain letters', async () => {
    const html = await body('## Déjà vu\n\n## Déjà vu\n\n## Итоги\n\n## 5 & 6');
    expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'article-deja-vu',
      'article-deja-vu-1',
      'article-section',
      'article-section-5-6',
    ]);
  });

  test('prefixes ids once, with what refers to them', async () => {
    const html = await body(
      '<p id="x" aria-describedby="y z">X</p>\n\n<a name="y">Y</a> [x](#x) [top](#top)\n\n<i id="x">again</i> <b id="note-1">b</b>',
    );
    expect(html).toContain('<p id="article-x" aria-describedby="article-y">');
    expect(html).toContain(
      '<a id="article-y">Y</a> <a href="#article-x">x</a> <a href="#top">top</a>',
    );
    expect(html).toContain('<i>again</i> <b>b</b>');
  });

  test('keeps or drops the images that the article brings', async () => {
    const markdown = '![A boat](boat.jpg "The boat")\n\nA ![dot](data:image/png;base64,AA==) here.';
    const kept = await body(markdown);
    expect(kept).toContain(
      '<figure>\n<img src="boat.jpg" alt="A boat" loading="lazy">\n<figcaption>The boat</figcaption>\n</figure>',
    );
    expect(kept).toContain(
      'A <img src="data:image/png;base64,AA==" alt="dot" loading="lazy"> here.',
    );
    expect(await body(markdown, { html: { images: 'drop' } })).toBe('<p>A  here.</p>');
  });

  test('shows a caption with its image, or alone', async () => {
    const options: SampleOptions = {
      markdown: 'Text',
      masthead: { title: 'T', caption: 'A *boat*' },
    };
    const image = { src: 'boat.jpg', alt: 'Boat', credit: 'M. Aune' };
    expect(await write({ ...options, image })).toContain(
      '<figure>\n<img src="boat.jpg" alt="Boat">\n<figcaption>A <em>boat</em> <span class="credit">(M. Aune)</span></figcaption>\n</figure>',
    );
    const alone = '<p class="caption">A <em>boat</em> <span class="credit">(M. Aune)</span></p>';
    expect(await write({ ...options, image, html: { images: 'drop' } })).toContain(alone);
    expect(await write({ ...options, image: { credit: 'M. Aune' } })).toContain(alone);
  });

  test('shows a picture that only the front matter names', async () => {
    const input = sampleInput({ markdown: '![](<in body.png>)', masthead: { title: 'T' } });
    input.article.metadata.images.unshift({
      src: 'lead.jpg',
      alt: 'Boat',
      caption: null,
      credit: 'M. Aune',
    });
    const html = await htmlWriter.write(input);
    expect(html).toContain(
      '<figure>\n<img src="lead.jpg" alt="Boat">\n<figcaption><span class="credit">(M. Aune)</span></figcaption>\n</figure>\n</header>',
    );
    expect(html.match(/<img/g)).toHaveLength(2);
  });

  test('says which table cells are heads', async () => {
    const html = await body('| | n |\n|-|-:|\n| a | 1 |');
    expect(html).toContain('<td></td>\n<th class="align-right" scope="col">n</th>');
    expect(html).toContain('<div class="scroll" role="group" aria-label="Table" tabindex="0">');
  });

  test('leaves links out of a pull quote', async () => {
    const input = sampleInput();
    visit(input.tree, 'pullQuote', (node) => {
      node.children = [
        { type: 'link', url: 'https://a.test/', children: [{ type: 'text', value: 'words' }] },
        { type: 'footnoteReference', identifier: '1' },
      ];
    });
    const html = await htmlWriter.write(input);
    expect(html).toContain('aria-hidden="true">\n<p>words</p>');
    expect(html.match(/id="article-mark-1/g)).toHaveLength(2);
  });
});

describe('the house’s plugins', () => {
  test('run before the article is made safe', async () => {
    const plugin = () => (tree: Root) => {
      tree.children.push(
        h('p', { className: ['added'], onClick: 'x()', style: 'color:red' }, 'Added'),
        h('script', 'x()'),
      );
    };
    const html = await body('Text', { html: { plugins: [plugin] } });
    expect(html).toBe('<p>Text</p>\n<p class="added">Added</p>');
  });

  test('see elements, not raw HTML, and may be asynchronous', async () => {
    const seen: string[] = [];
    const plugin = () => async (tree: Root) => {
      await Promise.resolve();
      visit(tree, (node) => {
        seen.push(node.type === 'element' ? (node as Element).tagName : node.type);
      });
    };
    await body('A <kbd>key</kbd>', { html: { plugins: [plugin] } });
    expect(seen).toEqual(['root', 'p', 'text', 'kbd', 'text']);
  });
});
