import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { suggestions, type Suggestion } from '../../../src/decisions/suggest.ts';
import { withSuggestions } from '../../../src/decisions/write.ts';
import { createPipeline } from '../../../src/index.ts';
import { docx, paragraph, run } from '../readers/docx/docx.ts';

const outlet = (quote: string, after?: string): Suggestion => ({
  section: 'citations',
  why: 'line 1: its outlet was lost',
  entries: [
    { key: 'quote', value: quote },
    ...(after === undefined ? [] : [{ key: 'after', value: after }]),
    { key: 'outlet', value: undefined },
  ],
});
const quote: Suggestion = {
  section: 'pullQuotes',
  why: 'proposed',
  entries: [
    { key: 'quote', value: 'It’s over: “all” of it # now' },
    { key: 'take', value: true, or: 'false' },
  ],
};
const title: Suggestion = {
  section: 'metadata',
  why: 'no headline was found',
  entries: [{ key: 'title', value: undefined }],
};

const write = (text: string | undefined, ...list: Suggestion[]) =>
  withSuggestions(text, list, 'a.decisions.yaml', 'a.txt');

describe('withSuggestions', () => {
  it('writes a new file whose suggestions decide nothing until their marks are taken away', () => {
    const { text, added } = write(undefined, outlet('(, May 3)'), quote, title);
    expect(added).toBe(3);
    expect(parse(text)).toEqual({ metadata: null, citations: null, pullQuotes: null });
    const decided = text
      .replaceAll(/^( *)# (?=- | {2}|title)/gm, '$1')
      .replace('outlet:', 'outlet: AFP');
    expect(parse(decided)).toEqual({
      metadata: { title: null },
      citations: [{ quote: '(, May 3)', outlet: 'AFP' }],
      pullQuotes: [{ quote: 'It’s over: “all” of it # now', take: true }],
    });
  });

  it('adds nothing twice, neither what is a comment nor what is decided', () => {
    const { text } = write(undefined, outlet('(, May 3)'), quote, title);
    expect(write(text, outlet('(, May 3)'), quote, title)).toEqual({ text, added: 0 });
    const decided = 'citations:\n  - quote: (, May 3)\n    outlet: AFP\nmetadata:\n  title: A\n';
    expect(write(decided, outlet('(, May 3)'), title)).toEqual({ text: decided, added: 0 });
  });

  it('keeps what the editor wrote, to the letter', () => {
    const own = `# our desk, 3 May
pullQuotes:   # two of them
    # - not this one
    -   quote:   'One'   # said so


# before citations
"citations":
- {quote: "(, May 1)", outlet: X}
# the last word`;
    const { text, added } = write(own, outlet('(, May 3)', 'said'), quote);
    expect(added).toBe(2);
    const lines = text.split('\n');
    for (const line of own.split('\n')) expect(lines).toContain(line);
    expect(parse(text)).toEqual(parse(own));
    expect(text).toBe(`# our desk, 3 May
pullQuotes:   # two of them
    # - not this one
    -   quote:   'One'   # said so
    ## proposed
    # - quote: "It’s over: “all” of it # now"
    #   take: true # or false


# before citations
"citations":
- {quote: "(, May 1)", outlet: X}
# the last word
## line 1: its outlet was lost
# - quote: (, May 3)
#   after: said
#   outlet:
`);
    expect(write(text, outlet('(, May 3)', 'said'), quote).added).toBe(0);
  });

  it('keeps line endings', () => {
    expect(write('citations:\r\n', outlet('(, May 3)')).text).toBe(
      'citations:\r\n  ## line 1: its outlet was lost\r\n  # - quote: (, May 3)\r\n  #   outlet:\r\n',
    );
  });

  it('refuses a file that is no YAML', () => {
    expect(() => write('citations: [', outlet('x'))).toThrow(
      'a.decisions.yaml:1:13: Unexpected YAML',
    );
  });

  it('cannot be made to write anything but comments', () => {
    const hostile = outlet('x\naccept: []\u2028y\u0085z', '# - quote: "');
    hostile.why = 'a\ncitations: 1';
    const { text } = write(undefined, hostile);
    expect(parse(text)).toEqual({ citations: null });
  });
});

describe('suggestions', () => {
  const pipeline = createPipeline({
    cwd: new URL('../../..', import.meta.url).pathname,
    config: { plugins: ['masthead', 'cleanup', 'citations', 'entities', 'pull-quotes'] },
  });
  const blocks = [
    'The boats came back (, May 3, 2024), and the quay was full (, May 3, 2024). A wall was planned (04/05/2024, The Norvik Post).',
    'The wall stood for ninety years, and the sea took it in a single night. Nobody who saw the water come over the stones that night believes that it will hold again.',
  ];
  const inputs = {
    text: { value: blocks.join('\n\n'), path: 'a.txt' },
    html: {
      value: `<article>${blocks.map((each) => `<p>${each.replace('quay', '<b>quay</b>')}</p>`).join('')}</article>`,
      path: 'a.html',
    },
    word: {
      value: docx({ body: blocks.map((each) => paragraph(run(each))).join('') }),
      path: 'a.docx',
    },
  };

  it('of names have surroundings that hold once citations are notes, and can be taken up', async () => {
    const input = {
      value:
        'A Wall\n\nThe council left open who pays for it (Reuters, September 27, 2022). Minister Lund was silent.\n\nThen President Anna Lund met President Erik Lund. He left for Georgia.',
      path: 'a.txt',
    };
    const found = suggestions(await pipeline.build(input), await pipeline.read(input));
    const open = found.filter(({ why }) => why.endsWith('which one is meant?'));
    expect(open.map(({ entries }) => entries.slice(-2))).toContainEqual([
      { key: 'name', value: 'Anna Lund', or: 'Erik Lund' },
      { key: 'type', value: 'person' },
    ]);
    expect(open.map(({ entries }) => entries.slice(-2))).toContainEqual([
      { key: 'id', value: 'place/georgia', or: 'place/georgia-us' },
      { key: 'type', value: 'place' },
    ]);
    const { text } = write(undefined, ...open);
    const decisions = text.replaceAll(/^( *)# (?=- | {2})/gm, '$1');
    const { article } = await pipeline.build({ ...input, decisions });
    expect(article.entities.filter(({ name }) => name === 'Anna Lund')).toMatchObject([
      { mentions: [{ text: 'Lund' }, { text: 'Anna Lund' }] },
    ]);
    expect(
      article.messages.filter(({ ruleId }) => /^decisions|ambiguous-name/.test(ruleId)),
    ).toEqual([]);
  });

  it.each(Object.keys(inputs) as (keyof typeof inputs)[])(
    'tell apart what stands twice, and can all be taken up: %s',
    async (format) => {
      const input = inputs[format];
      const before = await pipeline.build(input);
      const found = suggestions(before, await pipeline.read(input));
      const { text } = write(undefined, ...found);
      const lost = found.filter(({ entries }) => entries.some(({ key }) => key === 'outlet'));
      expect(lost).toHaveLength(2);
      expect(new Set(lost.map(({ entries }) => JSON.stringify(entries))).size).toBe(2);
      expect(found.flatMap(({ entries }) => entries)).toContainEqual({
        key: 'date',
        value: '2024-04-05',
        or: '2024-05-04',
      });

      let number = 0;
      const decisions = text
        .replaceAll(/^( *)# (?=- | {2}|title)/gm, '$1')
        .replaceAll('outlet:\n', () => `outlet: Paper ${++number}\n`)
        .replaceAll('reason:\n', 'reason: seen\n')
        .replaceAll('title:\n', 'title: Boats are back\n');
      const after = await pipeline.build({ ...input, decisions });
      expect(after.article.messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
      const outlets = after.article.citations.flatMap(({ items }) =>
        items.map((item) => item['container-title']),
      );
      expect(outlets).toEqual(['Paper 1', 'Paper 2', 'The Norvik Post']);
      expect(suggestions(after, await pipeline.read({ ...input, decisions }))).toEqual([]);
    },
  );
});
