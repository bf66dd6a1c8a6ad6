/** Films, sounds and pages within the page, and a picture above the text: nothing of them is lost. */
import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../../src/index.ts';

const first =
  'The mill stood by the stream, and nobody in the village had seen it turn in a hundred years.';
const second =
  'After the film came the talk, and after the talk the long way home over the hill and the ford.';

async function build(html: string, plugins?: string[]) {
  const pipeline = createPipeline({ config: plugins ? { plugins } : {} });
  const { article, outputs } = await pipeline.build({ value: html, path: 'mill.html' });
  const notes = article.messages.filter(({ ruleId }) => ruleId === 'reader/left-out');
  return {
    article,
    markdown: outputs.markdown as string,
    told: notes.map(({ note }) => note).join('\n'),
  };
}

const page = (middle: string, around = ''): string =>
  `<html><head><title>The Mill</title></head><body>${around}<article><h1>The Mill</h1><p>${first} ${first}</p><p>${second} ${first}</p>${middle}<p>${second} ${second}</p></article><footer><a href="/a">About</a> <a href="/b">Terms</a></footer></body></html>`;

describe('what is embedded becomes a link', () => {
  it.each([
    [
      '<iframe src="https://www.youtube.com/embed/abc" title="A film of the wheel"></iframe>',
      '[A film of the wheel](https://www.youtube.com/embed/abc)',
    ],
    [
      '<iframe src="//player.example.org/v/7?a=b"></iframe>',
      '[player.example.org](https://player.example.org/v/7?a=b)',
    ],
    [
      '<div class="player"><iframe data-src="https://maps.example.org/mill"></iframe></div>',
      '[maps.example.org](https://maps.example.org/mill)',
    ],
    [
      '<video src="https://example.org/files/wheel.mp4" poster="wheel.jpg"></video>',
      '[example.org](https://example.org/files/wheel.mp4)',
    ],
    [
      '<audio controls><source src="https://example.org/talk.mp3"><source src="https://example.org/talk.ogg"></audio>',
      '[example.org](https://example.org/talk.mp3)',
    ],
    [
      '<embed src="https://example.org/plan.pdf" title="Plan of the mill">',
      '[Plan of the mill](https://example.org/plan.pdf)',
    ],
    ['<object data="files/plan.pdf"></object>', '[plan.pdf](files/plan.pdf)'],
    [
      '<object><param name="movie" value="https://example.org/old.swf"></object>',
      '[example.org](https://example.org/old.swf)',
    ],
    [
      '<figure><iframe src="https://example.org/chart/9"></iframe><figcaption>Mills by century</figcaption></figure>',
      '[example.org](https://example.org/chart/9)\n\nMills by century',
    ],
  ])('%s', async (html, link) => {
    for (const [whole, plugins] of [
      [`<p>${first}</p>${html}<p>${second}</p>`],
      [page(html)],
      [page(html), []],
    ] as const) {
      const { markdown } = await build(whole, plugins as string[] | undefined);
      expect(markdown).toContain(`\n\n${link}\n\n`);
    }
  });

  it('in a paragraph stays in it', async () => {
    const { markdown } = await build(
      `<p>Listen: <audio src="https://example.org/a.mp3" title="the bell"></audio> at noon. ${first}</p>`,
    );
    expect(markdown).toContain('Listen: [the bell](https://example.org/a.mp3) at noon.');
  });

  it('tells what stands in it for programs that can’t show it', async () => {
    const html =
      '<video src="https://example.org/w.mp4">Silent footage from 1911</video><iframe srcdoc="&lt;b&gt;Inner&lt;/b&gt; page"></iframe>';
    const { told } = await build(page(html));
    expect(told).toContain('Silent footage from 1911');
    expect(told).toContain('Inner page');
  });

  it('tells the address of what is left out with a part of the page', async () => {
    const { markdown, told } = await build(
      page('', '<div class="ad"><iframe src="https://ads.example.net/slot/4"></iframe></div>'),
    );
    expect(markdown).not.toContain('ads.example.net');
    expect(told).toContain('https://ads.example.net/slot/4');
  });

  it('leaves counters and scripts out', async () => {
    const html =
      '<iframe src="https://count.example.net/1" width="1" height="1"></iframe><iframe src="javascript:alert(1)"></iframe><iframe src="about:blank"></iframe><iframe src="data:text/html,x"></iframe>';
    const { markdown } = await build(page(html));
    expect(markdown).not.toMatch(/count\.example|javascript|about:|data:/);
  });

  it('tells the words of drawings and of what is for browsers without scripts', async () => {
    const { told } = await build(
      page(
        '<svg><title>icon</title><text>Rain in 1911</text></svg><noscript>Turn scripts on to see the map</noscript>',
      ),
    );
    expect(told).toContain('Rain in 1911');
    expect(told).toContain('Turn scripts on');
  });
});

describe('a picture above the text', () => {
  const html = page('').replace(
    '</h1>',
    '</h1><figure><img src="https://example.org/wheel.png" alt="A wheel of oak"><figcaption>The wheel at dusk <span class="credit">Photo: Anna Birch</span></figcaption></figure>',
  );
  const image = {
    src: 'https://example.org/wheel.png',
    alt: 'A wheel of oak',
    caption: 'The wheel at dusk',
    credit: 'Anna Birch',
  };

  it.each([
    ['with all plugins', undefined],
    ['without a masthead', []],
  ] as const)('is kept whole %s', async (_, plugins) => {
    const { article, markdown } = await build(html, plugins as string[] | undefined);
    expect(article.metadata.title).toBe('The Mill');
    expect(article.metadata.images).toEqual([image]);
    expect(markdown.match(/src: https:\/\/example\.org\/wheel\.png/g)).toHaveLength(1);
    expect(markdown).not.toContain('&#x20;');
  });
});
