import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlWriter } from '../../../src/writers/html/index.ts';
import { MarkupGuard } from '../../../src/writers/html/markup-guard.ts';
import { sampleInput } from './html-sample.ts';

const body = async (markdown: string): Promise<string> => {
  const html = await htmlWriter.write(
    sampleInput({ markdown, masthead: { title: 'T' }, html: { page: 'fragment' } }),
  );
  return /<div class="body">\n?([^]*?)\n?<\/div>\n<\/article>/.exec(html)?.[1] ?? '';
};

describe('what may not stand in a page', () => {
  test.each([
    ['<script>alert(1)</script>', ''],
    ['<style>p { color: red }</style>', ''],
    ['<div>a<svg><text>x</text></svg>b</div>', '<div>ab</div>'],
    ['<math><mi>x</mi></math>', '<p>x</p>'],
    ['<b onclick="x()" style="top:0" class="y" data-toggle="z">b</b>', '<p><b>b</b></p>'],
    ['[a](javascript:x)', '<p>a</p>'],
    ['[a](<JavaScript:x>)', '<p>a</p>'],
    ['[a](vbscript:x) [b](data:text/html,x)', '<p>a b</p>'],
    ['<a href="java&#10;script:x">a</a>', '<p>a</p>'],
    ['<a href="&#1;javascript:x">a</a>', '<p>a</p>'],
    ['![a](data:text/html,x)', '<figure>a</figure>'],
    ['<form action="x"><input value="y">words</form>', 'words'],
    ['<iframe src="https://a.test/"></iframe>', ''],
    ['<object data="x">words</object>', '<p>words</p>'],
  ])('%s', async (markdown, expected) => {
    expect(await body(markdown)).toBe(expected);
  });

  test.each([
    ['[a](HTTPS://a.test/)', '<p><a href="https://a.test/">a</a></p>'],
    ['[a](mailto:a@a.test)', '<p><a href="mailto:a@a.test">a</a></p>'],
    ['[a](../b?c=d:e#f)', '<p><a href="../b?c=d:e#f">a</a></p>'],
    ['H<sub>2</sub>O', '<p>H<sub>2</sub>O</p>'],
  ])('and what may: %s', async (markdown, expected) => {
    expect(await body(markdown)).toBe(expected);
  });
});

describe('raw HTML that breaks off', () => {
  test.each([
    '<div title="open',
    '<!-- open',
    '<div><textarea>',
    '<section><title>',
    '<iframe>',
    '<script></script ',
    '<p><plaintext>',
    '<table><tr><td',
    '</div></article></body>',
    '<div>'.repeat(120),
  ])('leaves what follows it alone: %s', async (raw) => {
    // In a quotation, since an HTML block that isn't closed runs to the end of what holds it.
    expect(await body(`> ${raw}\n\nThe words that *follow*.`)).toContain(
      '<p>The words that <em>follow</em>.</p>',
    );
  });

  test('ends with its paragraph where it stands in one', async () => {
    expect(await body('An <i>open tag.\n\nThe next.')).toBe(
      '<p>An <i>open tag.</i></p>\n<p>The next.</p>',
    );
  });

  test('may hold Markdown between its tags', async () => {
    expect(await body('<details>\n<summary>More</summary>\n\nIn *it*.\n\n</details>')).toBe(
      '<details>\n<summary>More</summary>\n<p>In <em>it</em>.</p>\n</details>',
    );
  });

  test('never reaches beyond its node, whatever it is', async () => {
    const piece = fc.constantFrom(
      ...'< > </ /> <!-- --> <b <script </script <title a= " \' x <? <!D <svg> <math> &lt'.split(
        ' ',
      ),
      ...'<table> <td> <p> <h1> <frameset> <select> <template> <a href='.split(' '),
      ' ',
      '\n',
      '<i ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const input = sampleInput({
          markdown: 'First.\n\nThe last words.',
          masthead: { title: 'T' },
          html: { page: 'fragment' },
        });
        input.tree.children.splice(2, 0, { type: 'html', value: pieces.join('') });
        const html = await htmlWriter.write(input);
        expect(html).toContain('The last words.');
        expect(html).not.toMatch(
          /<(?:script(?! type="application\/ld\+json">)|svg|math|title>(?!T<))/,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('is read in linear time', () => {
    for (const text of [
      '<a ',
      '<a b="',
      '<!--',
      '<script>',
      "<i x='",
      '</',
      '<title></titl',
      '<svg>',
    ]) {
      const start = performance.now();
      new MarkupGuard().close(text.repeat(100_000));
      expect(performance.now() - start, text).toBeLessThan(10_000);
    }
  });
});
