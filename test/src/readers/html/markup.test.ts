/** What each element becomes. */
import { describe, expect, it } from 'vitest';
import { fileOf, markdownOf } from './read.ts';

describe('markup', () => {
  it.each([
    ['white space', '<p>  One \n  <b> two </b>\t three </p>', 'One **two** three'],
    ['no-break spaces', '<p>One&nbsp;two</p>', 'One\u00A0two'],
    ['emphasis side by side', '<p><b>One</b><b> two</b><i></i></p>', '**One** **two**'],
    ['emphasis in itself', '<p><b>One <strong>two</strong></b></p>', '**One two**'],
    ['breaks', '<p>One<br>two</p>', 'One\\\ntwo'],
    ['two breaks', 'One<br><br>two', 'One\n\ntwo'],
    ['bare text', 'One <i>two</i><div>three</div>four', 'One *two*\n\nthree\n\nfour'],
    [
      'headings',
      '<h2>One <a href="#one">#</a></h2><h3 id="x"><a href="#x">¶</a>Two</h3>',
      '## One\n\n### Two',
    ],
    [
      'links',
      '<p><a href="https://x.example/a?b=1&amp;c=2">x</a> <a href="javascript:void(0)">y</a> <a name="z">z</a></p>',
      '[x](https://x.example/a?b=1\\&c=2) y z',
    ],
    ['lists', '<ul><li>a<li>b<ol start=3><li>c</ol></ul>', '- a\n- b\n\n  3. c'],
    ['definitions', '<dl><dt>Rake</dt><dd>A tool.</dd></dl>', '- Rake\n\n  A tool.'],
    [
      'quotations',
      '<blockquote><p>a</p><p>b</p></blockquote><p>He said <q>so <q>it</q></q></p>',
      '> a\n>\n> b\n\nHe said “so ‘it’”',
    ],
    [
      'code',
      '<pre><code class="language-js">a &lt; b\n  c</code></pre><p><code>x</code></p>',
      '```js\na < b\n  c\n```\n\n`x`',
    ],
    ['details', '<details><summary>More</summary><p>text</p></details>', 'More\n\ntext'],
    ['raised figures', '<p>10<sup>6</sup> H<sub>2</sub>O 19<sup>th</sup></p>', '10⁶ H₂O 19th'],
    [
      'tables',
      '<table><caption>C</caption><tr><th>a</th><th>b</th></tr><tr><td><p>one</p><p>two</p></td><td>x<br>y</td></tr></table>',
      'C\n\n| a       | b   |\n| ------- | --- |\n| one two | x y |',
    ],
    [
      'tables for layout',
      '<table><tr><td><h2>a</h2><p>b</p></td><td><p>c</p></td></tr></table>',
      '## a\n\nb\n\nc',
    ],
    [
      'pictures in the text',
      '<p>Long enough to be the first paragraph of a text, which a picture above would stand before, but this one below does not, at all.</p><figure><img src="a.jpg" alt="b"><figcaption>The <i>pans</i>. <span class="credit">Photo: J</span></figcaption></figure>',
      'Long enough to be the first paragraph of a text, which a picture above would stand before, but this one below does not, at all.\n\n![b](a.jpg "The pans. (J)")',
    ],
    [
      'figures of tables',
      '<figure><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table><figcaption>C</figcaption></figure>',
      '| a | b |\n| - | - |\n| 1 | 2 |\n\nC',
    ],
    ['scripts and styles', '<p>a<script>x</script><style>y</style></p>', 'a'],
    ['empty blocks', '<p>&nbsp;</p><p></p><div><span> </span></div><p>a</p>', 'a'],
    [
      'line break opportunities',
      '<p>super<wbr>califragi&shy;listic</p>',
      'supercalifragi\u00ADlistic',
    ],
  ])('%s', (_, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });

  it('resolves addresses against the page', () => {
    const head = '<link rel=canonical href="https://x.example/a/b">';
    expect(markdownOf(`${head}<p><a href="../c">c</a> <img src="/d.jpg" alt=""></p>`)).toBe(
      '[c](https://x.example/c) ![](https://x.example/d.jpg)',
    );
    expect(markdownOf(`${head}<base href="/z/"><p><a href="c">c</a></p>`)).toBe(
      '[c](https://x.example/z/c)',
    );
  });

  it('tells what is hidden', () => {
    const html =
      '<p>a</p><p hidden>secret words</p><p style="color:red;display: none">more</p><p aria-hidden="true">seen</p>';
    expect(markdownOf(html)).toBe('a\n\nseen');
    const [message] = fileOf(html).messages;
    expect(message).toMatchObject({ source: 'reader', ruleId: 'left-out' });
    expect(message?.note).toContain('secret words');
  });

  it('reads a drop cap once', () => {
    expect(
      markdownOf('<p><span aria-hidden="true">T</span><span class="sr-only">T</span>he pans.</p>'),
    ).toBe('The pans.');
  });
});

describe('pull quotes', () => {
  const text = 'It was a quiet trade, and the quiet was the point of it.';

  it.each([
    [
      'WordPress',
      '<figure class="wp-block-pullquote"><blockquote><p>the quiet was the point of it</p><cite>Jo</cite></blockquote></figure>',
    ],
    [
      'aside',
      '<aside class="pullquote">“the quiet was the point of it”<footer>— Jo</footer></aside>',
    ],
    [
      'blockquote',
      '<blockquote class="pull-quote"><p>The quiet was the point of it.</p><cite>Jo</cite></blockquote>',
    ],
    [
      'role',
      '<aside role="doc-pullquote" aria-hidden="true"><p>the quiet was the point of it</p><p><cite>Jo</cite></p></aside>',
    ],
  ])('as %s: not printed twice', (_, html) => {
    expect(markdownOf(`<p>${text}</p>${html}`)).toBe(text);
    expect(fileOf(`<p>${text}</p>${html}`).data.stated?.pullQuotes).toMatchObject([
      { origin: 'author', speaker: 'Jo' },
    ]);
  });

  it('are quotations where their words stand nowhere else', () => {
    const html = `<p>${text}</p><figure class="wp-block-pullquote"><blockquote><p>Never said elsewhere.</p></blockquote></figure>`;
    expect(markdownOf(html)).toBe(`${text}\n\n> Never said elsewhere.`);
    expect(fileOf(html).data.stated?.pullQuotes).toBeUndefined();
  });
});
