import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPipeline, type Pipeline } from '../../../src/index.ts';
import { expectFixpoint } from '../../support/laws.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function pipelineWith(pullQuotes: string, plugins: string[] = ['pull-quotes']): Pipeline {
  return createPipeline({ cwd: root, config: { plugins, markdown: { pullQuotes } } });
}

const front = (quote: string, speaker?: string): string =>
  `---\npullQuotes:\n  - text: ${JSON.stringify(quote)}\n${speaker === undefined ? '' : `    speaker: ${JSON.stringify(speaker)}\n`}---\n\n`;

const body =
  'The bridge was finished in spring, three years late.\n\n' +
  'Nobody on the council had *ever* wanted it, and nobody said so.\n\n' +
  'The ferry carries none now. It used to carry "forty" a day.\n\n' +
  'The town will vote on a second bridge in the autumn of next year.\n\n' +
  'The fishermen are for it.\n';

async function write(pullQuotes: string, quote: string, speaker?: string): Promise<string> {
  const { outputs } = await pipelineWith(pullQuotes).build({
    value: front(quote, speaker) + body,
    path: 'a.md',
  });
  return (outputs.markdown as string).replace(/^---\n.*?\n---\n\n/s, '');
}

const council = 'Nobody on the council had ever wanted it';
const ferry = 'It used to carry "forty" a day.';

describe('pull quotes in Markdown', () => {
  it('leave no mark in the body by default', async () => {
    expect(await write('front-matter', council)).toBe(body);
  });

  it('are a directive with the speaker as its attribute', async () => {
    const markdown = await write('directive', council, 'Anna "Birdie" Birch');
    expect(markdown).toContain(
      '\n\n:::pull-quote{speaker="Anna &#34;Birdie&#34; Birch"}\nNobody on the council had *ever* wanted it\n:::\n\n',
    );
    expect(await write('directive', council)).toContain('\n\n:::pull-quote\nNobody on');
  });

  it('are an element that needs no Markdown, and are no text when they are read again', async () => {
    expect(await write('html', council, 'Anna <b> & Birch')).toContain(
      '\n\n<aside role="doc-pullquote" aria-hidden="true"><p>Nobody on the council had <em>ever</em> wanted it</p><p><cite>Anna &#x3C;b> &#x26; Birch</cite></p></aside>\n\n',
    );
    const pipeline = pipelineWith('html');
    const quote = 'They pay 3 < 4 & "more" than that in a year.';
    const value = `${front(quote, 'Q & A')}${body}\nThey pay 3 < 4 & "more" than that in a year.\n\nAnd more.\n`;
    const first = await pipeline.build({ value, path: 'a.md' });
    expect(first.outputs.markdown).toContain('<aside');
    const again = await pipeline.build({ value: first.outputs.markdown as string, path: 'b.md' });
    expect(again.article.text).toBe(first.article.text);
    expect(again.outputs.markdown).toBe(first.outputs.markdown);
  });

  it.each([
    ['{{< pullquote "{text}" >}}', '{{< pullquote "It used to carry \\"forty\\" a day." >}}'],
    ["{{< pullquote text='{text}' >}}", `{{< pullquote text='It used to carry "forty" a day.' >}}`],
    [
      '<Quote text="{text}" by="{speaker}" />',
      '<Quote text="It used to carry &#34;forty&#34; a day." by="Anna’s &#34;A&#34; &#38; B" />',
    ],
    ['[pullquote]{text}[/pullquote]', '[pullquote]It used to carry "forty" a day.[/pullquote]'],
    [
      '{% quote %}\n{text}\n{% endquote %}\n',
      '{% quote %}\nIt used to carry "forty" a day.\n{% endquote %}',
    ],
    ['> {text}[[ ({speaker})]]', '> It used to carry "forty" a day. (Anna’s "A" & B)'],
  ])('follow the template %s', async (template, printed) => {
    const markdown = await write(template, ferry, 'Anna’s "A" & B');
    expect(markdown).toContain(`\n\n${printed}\n\n`);
  });

  it('leave out what is for speakers where nobody is known to speak', async () => {
    expect(await write('> {text}[[ ({speaker})]]', council)).toContain(
      '\n\n> Nobody on the council had *ever* wanted it\n\n',
    );
    expect(await write('<Q by="{speaker}">{text}</Q>', council)).toContain(
      '\n\n<Q by="">Nobody on the council had *ever* wanted it</Q>\n\n',
    );
  });

  it('keep what a quote says that looks like a part of the template', async () => {
    const pipeline = pipelineWith('{{< q "{text}" by="{speaker}" >}}');
    const value = `${front('They call it {speaker} and $1, or so they say here.', 'Q')}${body}\nThey call it {speaker} and $1, or so they say here.\n\nAnd more.\n`;
    const { outputs } = await pipeline.build({ value, path: 'a.md' });
    expect(outputs.markdown).toContain(
      '{{< q "They call it {speaker} and $1, or so they say here." by="Q" >}}',
    );
  });

  it('are listed in the front matter as well', async () => {
    const { outputs } = await pipelineWith('directive').build({
      value: front(council) + body,
      path: 'a.md',
    });
    expect(outputs.markdown).toMatch(/^---\npullQuotes:\n {2}- text: Nobody on the council/);
  });
});

describe('our own directives', () => {
  it('are no text when they are read again', async () => {
    const pipeline = pipelineWith('directive');
    const first = await pipeline.build({ value: front(council, 'A *b_ [c') + body, path: 'a.md' });
    const again = await pipeline.build({ value: first.outputs.markdown as string, path: 'b.md' });
    expect(again.article.text).toBe(first.article.text);
    expect(again.outputs.markdown).toBe(first.outputs.markdown);
  });

  it('stay where the front matter does not list them', async () => {
    const { article } = await pipelineWith('directive', []).build({
      value: `${front(council)}${body}\n:::pull-quote\nAnother text.\n:::\n\n:::note\n${council}\n:::\n`,
      path: 'a.md',
    });
    expect(article.text).toContain(':::pull-quote Another text. :::');
    expect(article.text).toContain(`:::note ${council} :::`);
  });

  const inputs = ['input', 'test/fixtures'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) =>
        (folder === 'input' ? /\.(?:txt|md)$/ : /(?:^|\/)input\.(?:txt|md)$/).test(name),
      )
      .map((name) => join(root, folder, name)),
  );
  describe.each(['directive', 'html'])('as %s', (pullQuotes) => {
    const all = createPipeline({ cwd: root, config: { markdown: { pullQuotes } } });

    it.each(inputs)('change nothing when %s is built again', async (path) => {
      await expectFixpoint(all, await all.build({ value: readFileSync(path), path }));
    });
  });
});

describe('the setting', () => {
  it.each(['directve', '{{< quote >}}'])(
    'refuses %s, which has no room for the words',
    (pullQuotes) => {
      expect(() => pipelineWith(pullQuotes)).toThrow(
        /expected front-matter, directive, html, or a template with \{text\}/,
      );
    },
  );
});
