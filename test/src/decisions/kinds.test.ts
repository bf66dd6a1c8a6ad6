/** Each kind of decision on each format: they are carried out, survive edits of the article, and are reported where their words are gone. */
import { describe, expect, it } from 'vitest';
import { createPipeline, type BuildResult } from '../../../src/index.ts';
import { docx, paragraph, run, styled, style } from '../readers/docx/docx.ts';
import {
  expectDeterminism,
  expectFixpoint,
  expectOrder,
  expectTruePlaces,
  expectValid,
} from '../../support/laws.ts';

const pipeline = createPipeline({
  cwd: new URL('../../..', import.meta.url).pathname,
  config: {
    plugins: [
      'masthead',
      'cleanup',
      'citations',
      { entities: { registry: 'editorial/entities.yaml' } },
      'pull-quotes',
    ],
  },
});

const title = 'The Harbour at Norvik Opens Again';
const body = [
  'The harbour opened again on Monday (, April 29, 2024). Ships had waited for nine days, the ministry said (Reuters, April 30, 2024). Georgia paid for the wall, and Georgia said so twice.',
  'It was the longest closure since the storm (Skarholm, June 18, 1815). The crane stands where the chapel stood, near the Yard. A second wall is planned (04/05/2024, The Norvik Post).',
  'The wall stood for ninety years, and the sea took it in a single night. Nobody who saw the water come over the stones that night believes that it will hold again. The council has promised a wall of steel, and has not said who will pay for it. The boats are back, and the fish market opens at five in the morning as it always did.',
];

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The same article in each format. */
const formats: Record<
  string,
  (title: string, body: readonly string[]) => { value: string | Uint8Array; path: string }
> = {
  text: (head, blocks) => ({ value: [head, ...blocks].join('\n\n'), path: 'input/harbour.txt' }),
  markdown: (head, blocks) => ({
    value: [
      `# ${head}`,
      ...blocks.map((each) => each.replace('fish market', '**fish** market')),
    ].join('\n\n'),
    path: 'input/harbour.md',
  }),
  html: (head, blocks) => ({
    value: `<!doctype html><html lang="en"><head><title>${head}</title></head><body><article><h1>${head}</h1>${blocks.map((each) => `<p>${escaped(each).replace('fish market', '<em>fish</em> market')}</p>`).join('\n')}</article></body></html>`,
    path: 'input/harbour.html',
  }),
  word: (head, blocks) => ({
    value: docx({
      body: styled('Title', run(head)) + blocks.map((each) => paragraph(run(each))).join(''),
      styles: style('Title', 'Title'),
    }),
    path: 'input/harbour.docx',
  }),
};

/** The article with words before, between and behind those that are decided. */
const edited = [
  'Morning came late to Norvik.',
  ...body.map(
    (each) =>
      `Once more. ${each.replaceAll(' the ', '  the ').replace('stood for', 'stood  for')} And so on.`,
  ),
  'Nothing else is known.',
];

async function build(
  format: string,
  decisions: string,
  blocks: readonly string[] = body,
): Promise<BuildResult> {
  const input = (formats[format] as (typeof formats)[string])(title, blocks);
  return pipeline.build({ ...input, decisions });
}

/** Messages about decisions, as `line:column rule`. */
const told = ({ article }: BuildResult): string[] =>
  article.messages
    .filter(({ ruleId, file }) => file !== undefined || ruleId.startsWith('decisions/'))
    .map(
      ({ file, line, column, ruleId }) =>
        `${file ?? 'article'}:${line ?? ''}:${column ?? ''} ${ruleId}`,
    );

const entity = ({ article }: BuildResult, name: string) =>
  article.entities.find((each) => each.name === name);

describe.each(Object.keys(formats))('decisions on %s', (format) => {
  describe.each([
    ['as it was', body],
    ['with words moved and added', edited],
  ])('%s', (_, blocks) => {
    it('fills in outlet, date and address of a citation', async () => {
      const built = await build(
        format,
        `citations:
  - quote: (, April 29, 2024)
    outlet: The Example Times
    url: https://example.com/wall
  - quote: (04/05/2024, The Norvik Post)
    date: 2024-05-04
`,
        blocks,
      );
      expect(told(built)).toEqual([]);
      const lost = built.article.citations.find(({ occurrences }) =>
        occurrences[0]?.raw.includes('April 29'),
      );
      expect(lost?.items[0]).toMatchObject({
        'container-title': 'The Example Times',
        URL: 'https://example.com/wall',
        issued: { 'date-parts': [[2024, 4, 29]] },
      });
      expect(lost?.rendered).toContain('The Example Times');
      const dated = built.article.citations.find(({ occurrences }) =>
        occurrences[0]?.raw.includes('Norvik Post'),
      );
      expect(dated?.items[0]?.issued).toEqual({ 'date-parts': [[2024, 5, 4]] });
      expect(built.article.messages.map(({ ruleId }) => ruleId)).not.toContain(
        'citations/missing-outlet',
      );
    });

    it('leaves in the prose what is no citation, and makes a note of what is one', async () => {
      const built = await build(
        format,
        `citations:
  - quote: (Reuters, April 30, 2024)
    citation: false
  - quote: (Skarholm, June 18, 1815)
    citation: true
`,
        blocks,
      );
      expect(told(built)).toEqual([]);
      expect(built.article.text).toContain('the ministry said (Reuters, April 30, 2024).');
      expect(built.article.text).not.toContain('Skarholm');
      expect(built.article.citations.map(({ rendered }) => rendered).join('\n')).toContain(
        'Skarholm',
      );
      await expectFixpoint(pipeline, built);
    });

    it('types names, one mention or all, and knows who is meant', async () => {
      const built = await build(
        format,
        `entities:
  - quote: Georgia
    after: paid for the wall, and
    type: person
    name: Georgia Lund
    sameAs: https://example.com/lund
  - quote: Georgia
    before: paid for the wall
    id: place/georgia
  - quote: the Yard
    all: true
    type: organization
  - quote: Norvik
    all: true
    entity: false
`,
        blocks,
      );
      expect(told(built)).toEqual([]);
      expect(entity(built, 'Georgia Lund')).toMatchObject({
        id: 'person/georgia-lund',
        type: 'person',
        origin: 'decision',
        confidence: 1,
        sameAs: ['https://example.com/lund'],
        mentions: [{ text: 'Georgia' }],
      });
      expect(entity(built, 'Georgia')).toMatchObject({
        id: 'place/georgia',
        origin: 'decision',
        countryCode: 'GE',
      });
      expect(entity(built, 'Georgia')?.mentions).toHaveLength(1);
      expect(entity(built, 'the Yard')).toMatchObject({ type: 'organization', origin: 'decision' });
      const words = built.article.entities.flatMap(({ mentions }) =>
        mentions.map(({ text }) => text),
      );
      expect(words).not.toContain('Norvik');
      await expectFixpoint(pipeline, built);
    });

    it('takes a quote, in part and with its speaker, and refuses another', async () => {
      const plain = await build(format, '', blocks);
      const best = plain.article.pullQuotes[0]?.text ?? '';
      expect(best).not.toBe('');
      const built = await build(
        format,
        `pullQuotes:
  - quote: ${JSON.stringify(best)}
    take: false
  - quote: The crane stands where the chapel stood, near the Yard.
    trim: The crane stands where the chapel stood
    speaker: Ada Lund
`,
        blocks,
      );
      expect(told(built)).toEqual([]);
      const texts = built.article.pullQuotes.map(({ text }) => text);
      expect(texts).toContain('The crane stands where the chapel stood');
      expect(texts).not.toContain(best);
      expect(
        built.article.pullQuotes.find(({ text }) => text.startsWith('The crane'))?.origin,
      ).toBe('decision');
      expect(built.outputs.html).toContain('Ada Lund');
      await expectFixpoint(pipeline, built);
    });

    it('corrects title, subtitle, authors and date', async () => {
      const built = await build(
        format,
        `metadata:
  title: Norvik Reopens
  subtitle: A wall, and nine days
  authors: [Ada Lund, Jo Marsh]
  date: 2024-05-02
`,
        blocks,
      );
      expect(built.article.metadata).toMatchObject({
        title: 'Norvik Reopens',
        subtitle: 'A wall, and nine days',
        authors: [{ name: 'Ada Lund' }, { name: 'Jo Marsh' }],
        date: { value: '2024-05-02', origin: 'stated' },
      });
      // The headline that gave way is told.
      expect(told(built)).toHaveLength(1);
      expect(told(built)[0]).toContain('decisions/replaced');
      expect(built.outputs.html).toContain('<title>Norvik Reopens</title>');
      await expectFixpoint(pipeline, built);
    });

    it('leaves out a finding that is accepted, and no other', async () => {
      const rule = 'citations/missing-outlet';
      const built = await build(
        format,
        `accept:
  - rule: ${rule}
    quote: (, April 29, 2024)
    reason: nobody knows it any more
`,
        blocks,
      );
      expect(told(built)).toEqual([]);
      expect(built.article.messages.map(({ ruleId }) => ruleId)).not.toContain(rule);
      const plain = await build(format, '', blocks);
      expect(plain.article.messages.map(({ ruleId }) => ruleId)).toContain(rule);
      expect(built.article.messages).toHaveLength(plain.article.messages.length - 1);
    });
  });

  it('reports words that are gone or stand twice, at their place in the file', async () => {
    const built = await build(
      format,
      `citations:
  - quote: (AFP, May 1, 2024)
    outlet: AFP
entities:
  - quote: Georgia
    type: person
pullQuotes:
  - quote: The bishop stayed at home.
accept:
  - rule: citations/missing-outlet
    quote: (, May 7)
    reason: lost
`,
    );
    expect(told(built)).toEqual([
      'harbour.decisions.yaml:2:5 decisions/text-gone',
      'harbour.decisions.yaml:5:5 decisions/text-ambiguous',
      'harbour.decisions.yaml:8:5 decisions/text-gone',
      `harbour.decisions.yaml:10:5 decisions/${format === 'word' ? 'unused' : 'text-gone'}`,
    ]);
    // Nothing was guessed.
    const plain = await build(format, '');
    expect(built.outputs.markdown).toBe(plain.outputs.markdown);
  });

  it('keeps the laws', async () => {
    const decisions = `metadata: { title: Norvik Reopens }
citations:
  - { quote: "(, April 29, 2024)", outlet: The Example Times }
  - { quote: "(Skarholm, June 18, 1815)", citation: false }
entities:
  - { quote: the Yard, all: true, type: organization }
pullQuotes:
  - { quote: "The crane stands where the chapel stood, near the Yard." }
`;
    const input = { ...(formats[format] as (typeof formats)[string])(title, body), decisions };
    const built = await pipeline.build(input);
    expectValid(JSON.parse(built.outputs.json as string));
    expectOrder(built.article);
    expectTruePlaces(built);
    await expectDeterminism(pipeline, input, built);
    await expectFixpoint(pipeline, built);
  });
});
