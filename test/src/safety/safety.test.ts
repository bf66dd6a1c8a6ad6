import { describe, expect, it } from 'vitest';
import { createPipeline, type BuildResult } from '../../../src/index.ts';
import { isSafeImage, isSafeLink, isWebAddress, schemeOf } from '../../../src/text/address.ts';

const plain = createPipeline({ config: { plugins: [] } });
const whole = createPipeline({ config: {} });
const build = (value: string, path = 'article.md', pipeline = plain): Promise<BuildResult> =>
  pipeline.build({ value, path, date: '2024-05-02' });
const told = ({ article }: BuildResult, rule: string): string[] =>
  article.messages.filter(({ ruleId }) => ruleId === rule).map(({ reason }) => reason);

describe('addresses', () => {
  it.each([
    ['javascript:x', 'javascript'],
    [' \u0001JaVaScRiPt:x', 'javascript'],
    ['java\nscript\t:x', 'javascript'],
    ['https://a.test/', 'https'],
    ['a/b:c', undefined],
    ['?a:b', undefined],
    ['//a.test:80/', undefined],
    ['', undefined],
  ])('%j has the scheme %j, as a browser reads it', (address, scheme) => {
    expect(schemeOf(address)).toBe(scheme);
  });

  it.each(['http://a', 'HTTPS://a', 'mailto:a@a.test', 'tel:1', '/a', '#a', '?a', 'a.html', '//a'])(
    'may be linked to: %s',
    (address) => expect(isSafeLink(address)).toBe(true),
  );

  it.each(['javascript:1', 'data:text/html,x', 'vbscript:1', 'file:///a', 'blob:a', 'x-y:z'])(
    'may not: %s',
    (address) => expect(isSafeLink(address)).toBe(false),
  );

  it('of images may bring an image along, and nothing else', () => {
    expect(isSafeImage('data:image/png;base64,AA')).toBe(true);
    expect(isSafeImage('DATA:image/svg+xml,%3Csvg/%3E')).toBe(true);
    expect(isSafeImage('data:text/html,x')).toBe(false);
    expect(isSafeImage('data:image/png')).toBe(false);
    expect(isSafeImage('data:,image/png;')).toBe(false);
    expect(isSafeImage('mailto:a')).toBe(false);
  });

  it('of the web have a host and no white space', () => {
    expect(isWebAddress('https://a.test/b?c#d')).toBe(true);
    for (const none of ['https://', 'https:a', 'https://a b', 'https://a"b', 'ftp://a', '/a', null])
      expect(isWebAddress(none)).toBe(false);
  });
});

describe('links that run code', () => {
  it('are taken out of every output, with their words kept, and reported', async () => {
    const result = await build(
      'The [one](javascript:a), <javascript:b>, [two][x] ![three](data:text/html,c) ![four][x].\n\n[x]: <java\tscript:d>\n',
    );
    expect(result.outputs.markdown).toBe('The one, javascript:b, two three four.\n');
    expect(result.outputs.html).not.toMatch(/<a |<img|href=/);
    expect(told(result, 'html/unsafe-link')).toHaveLength(5);
    expect(result.article.text).toBe('The one, javascript:b, two three four.');
  });

  it('of an unknown scheme are left in Markdown alone', async () => {
    const result = await build('A [channel](irc://a.test/b).\n');
    expect(result.outputs.markdown).toBe('A [channel](irc://a.test/b).\n');
    expect(result.outputs.html).toContain('<p>A channel.</p>');
    expect(told(result, 'html/unsafe-link')).toEqual([
      'Unexpected address “irc://a.test/b” of a link, expected http:, https:, mailto:, tel: or an address without a scheme',
    ]);
  });

  it('of a page are reported, but for buttons that lead nowhere', async () => {
    const result = await build(
      '<p>Some <a href="javascript:go(1)">words</a> and <a href="javascript:void(0);">a button</a>.</p>',
      'article.html',
    );
    expect(result.outputs.markdown).toBe('Some words and a button.\n');
    expect(told(result, 'html/unsafe-link')).toEqual([
      'Unexpected address “javascript:go(1)” of a link, expected http:, https:, mailto:, tel: or an address without a scheme',
    ]);
  });

  it('are reported in raw HTML, with what else the page leaves out', async () => {
    const result = await build(
      'A <a href="java&#10;script:x">b</a>, <a href=&#x6A;avascript&colon;y>c</a>, <a href=/d>d</a>.\n\n<script>1</script><iframe src="https://a.test/"></iframe>\n',
    );
    expect(told(result, 'html/unsafe-link')).toHaveLength(2);
    expect(told(result, 'html/left-out')).toEqual([
      'Unexpected <script>, <iframe> in the text, expected elements of an article: the page leaves them out',
    ]);
  });
});

describe('an address', () => {
  it('can not become raw HTML in Markdown', async () => {
    const result = await build('<p><a href="<script>alert(1)</script>">Words</a></p>', 'a.html');
    expect(result.outputs.markdown).toBe('[Words](%3Cscript%3Ealert\\(1\\)%3C/script%3E)\n');
  });
});

describe('what is known of an article', () => {
  it('has no address but those of the web', async () => {
    const result = await build(
      '---\ncanonical: "javascript:a"\nimages:\n  - {src: "javascript:b", caption: A harbour}\n---\n\nWords of a text.\n',
      'article.md',
      whole,
    );
    expect(result.article.metadata).toMatchObject({ url: null, images: [{ src: null }] });
    expect(result.outputs.html).not.toContain('javascript:');
    expect(told(result, 'html/unsafe-link')).toHaveLength(1);
    expect(told(result, 'reader/invalid-front-matter')).toEqual([
      'Unexpected value of canonical, expected an address that begins with https://',
    ]);
  });

  it('has no tags of YAML that make programs', async () => {
    const result = await build(
      '---\ntitle: !!js/function "x"\nextra: !!python/object/apply:os.system ["id"]\nkept: !!str 12\n---\n\nWords.\n',
    );
    expect(result.outputs.markdown).not.toMatch(/!!(?:js|python)/);
    expect(result.outputs.markdown).toContain('kept: !!str "12"');
    expect(told(result, 'reader/invalid-front-matter')).toHaveLength(2);
  });
});

describe('characters that turn the direction', () => {
  it('are shown in code, and left out elsewhere', async () => {
    const result = await build(
      '---\ntags: a\u202Eb\n---\n\nThe `in\u2066voice\u202Efdp.exe` \u202Eand ![pic\u202Eture](a.png).\n',
    );
    expect(result.outputs.markdown).toBe(
      '---\ntags: ab\n---\n\nThe `in<U+2066>voice<U+202E>fdp.exe` and ![picture](a.png).\n',
    );
    expect(told(result, 'html/direction-override')).toEqual([
      'Unexpected character that turns the direction of text in front matter, expected none',
      'Unexpected 4 characters that turn the direction of text, expected none',
    ]);
    const again = await build(result.outputs.markdown as string);
    expect(again.outputs.markdown).toBe(result.outputs.markdown);
  });

  it('stay where a language needs them', async () => {
    const result = await build('שלום \u2067עולם\u2069 \u200Fabc.\n', 'article.md', whole);
    expect(result.article.text).toBe('שלום \u2067עולם\u2069 \u200Fabc.');
  });
});
