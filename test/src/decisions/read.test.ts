import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DecisionsError } from '../../../src/decisions/decisions-error.ts';
import { readDecisions } from '../../../src/decisions/read.ts';
import { createPipeline } from '../../../src/index.ts';
import { defaultLimits, LimitError } from '../../../src/limits.ts';

const read = (text: string) => readDecisions(text, 'input/ferry.decisions.yaml', defaultLimits);
const fault = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    expect(error).toBeInstanceOf(DecisionsError);
    return (error as Error).message.split('\n')[0] as string;
  }
  return 'none';
};

describe('readDecisions', () => {
  it('reads each kind with its place', () => {
    const decisions = read(`# of the desk
metadata:
  author: Ada  Lund
  date: 2024
citations:
  - quote: (, May 3)
    outlet: AFP
accept:
  - rule: citations/missing-outlet
    reason: lost for good
`);
    expect(decisions.metadata).toEqual([
      {
        decision: { field: 'authors', value: ['Ada Lund'] },
        place: { file: 'ferry.decisions.yaml', line: 3, column: 11 },
      },
      {
        decision: { field: 'date', value: '2024' },
        place: { file: 'ferry.decisions.yaml', line: 4, column: 9 },
      },
    ]);
    expect(decisions.citations).toEqual([
      {
        decision: { quote: '(, May 3)', outlet: 'AFP' },
        place: { file: 'ferry.decisions.yaml', line: 6, column: 5 },
      },
    ]);
    expect(decisions.accept[0]?.place?.line).toBe(9);
  });

  it('takes empty files and empty sections', () => {
    for (const text of ['', '# nothing yet\n', 'citations:\nentities:\n', '\uFEFFcitations:\n'])
      expect(read(text).citations).toEqual([]);
  });

  it.each([
    ['citations: [', 'ferry.decisions.yaml:1:13: Unexpected YAML: '],
    [
      '- a',
      'ferry.decisions.yaml:1:1: Unexpected list, expected sections of decisions: metadata, citations, entities, pullQuotes, accept.',
    ],
    [
      'citation:\n  - quote: x',
      'ferry.decisions.yaml:1:1: Unexpected key "citation", expected one of metadata, citations, entities, pullQuotes, accept. Did you mean "citations"?',
    ],
    [
      'citations:\n  - quote: x\n    outlett: y',
      'ferry.decisions.yaml:3:5: Unexpected key "outlett", expected one of quote, after, before, citation, outlet, date, url. Did you mean "outlet"?',
    ],
    [
      'citations:\n  - quote: x\n    outlet:',
      'ferry.decisions.yaml:3:12: Missing value of "citations[0].outlet", expected a text.',
    ],
    [
      'citations:\n  - quote: x',
      'ferry.decisions.yaml:2:5: Unexpected decision that decides nothing, expected `outlet`, `date`, `url` or `citation`.',
    ],
    [
      'citations:\n  - outlet: x',
      'ferry.decisions.yaml:2:5: Missing key "quote" in "citations[0]".',
    ],
    [
      'citations:\n  - {quote: x, citation: false, outlet: y}',
      'ferry.decisions.yaml:2:5: Unexpected source of what is no citation, expected `citation: false` alone.',
    ],
    [
      'citations:\n  - {quote: x, date: 2024-02-31}',
      'ferry.decisions.yaml:2:22: Unexpected date "2024-02-31", expected a day, a month or a year: 2022-10-19, 2022-10 or 2022.',
    ],
    [
      'citations:\n  - {quote: x, date: 20240231}',
      'ferry.decisions.yaml:2:22: Unexpected date "20240231", expected a day, a month or a year: 2022-10-19, 2022-10 or 2022.',
    ],
    [
      'entities:\n  - {quote: x, type: persn}',
      'ferry.decisions.yaml:2:22: Unexpected value "persn" of "entities[0].type", expected one of person, organization, place, group, event, work, product. Did you mean "person"?',
    ],
    ['entities:\n  - {quote: x, entity: true}', 'ferry.decisions.yaml:2:24: '],
    [
      'entities:\n  - {quote: x, entity: false, type: person}',
      'ferry.decisions.yaml:2:5: Unexpected identity of what is no name, expected `entity: false` alone.',
    ],
    [
      'pullQuotes:\n  - {quote: x, take: false, speaker: y}',
      'ferry.decisions.yaml:2:5: Unexpected words of a quote that is refused, expected `take: false` alone.',
    ],
    ['accept:\n  - rule: a/b', 'ferry.decisions.yaml:2:5: Missing key "reason" in "accept[0]".'],
    [
      'metadata: {author: A, authors: [B]}',
      'ferry.decisions.yaml:1:20: Unexpected `author` beside `authors`, expected one of them.',
    ],
  ])('says what is wrong and where: %j', (text, message) => {
    expect(fault(text)).toContain(message);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://example.com/"><script>',
    '//example.com',
    'https://a b',
  ])('refuses the address %s', (address) => {
    for (const text of [
      `citations:\n  - quote: x\n    url: ${JSON.stringify(address)}`,
      `entities:\n  - quote: x\n    type: person\n    sameAs: [${JSON.stringify(address)}]`,
    ]) {
      expect(fault(text)).toMatch(/^ferry\.decisions\.yaml:\d+:\d+: Unexpected value/);
    }
  });

  it('is not harmed by hostile files', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 12; level++) {
      const [one, two] = [String.fromCharCode(96 + level), String.fromCharCode(97 + level)];
      bomb.push(`${two}: &${two} [${Array(9).fill(`*${one}`).join(', ')}]`);
    }
    const start = performance.now();
    expect(fault(bomb.join('\n'))).toContain(
      'ferry.decisions.yaml: Unexpected YAML: Excessive alias count',
    );
    expect(fault('['.repeat(60_000))).toContain('ferry.decisions.yaml');
    expect(fault(`citations: ${'{a: '.repeat(12_000)}`)).toContain('ferry.decisions.yaml');
    expect(fault(`citations:\n  - quote: ${'x'.repeat(5000)}\n    outlet: y`)).toContain(
      'must NOT have more than 2000 characters',
    );
    expect(fault('__proto__: {citations: []}')).toContain('Unexpected key "__proto__"');
    expect(() => read('x'.repeat(70_000))).toThrow(LimitError);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('the schema of decisions', () => {
  it('allows every example of docs/decisions.md', () => {
    const page = readFileSync(new URL('../../../docs/decisions.md', import.meta.url), 'utf8');
    const schema = JSON.parse(
      readFileSync(new URL('../../../schemas/decisions.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const check = new Ajv({ strict: false }).compile(schema);
    const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => text);
    expect(examples.length).toBeGreaterThan(5);
    for (const example of examples) {
      const values: unknown = parse(example);
      expect(check(values), `${example}\n${JSON.stringify(check.errors)}`).toBe(true);
      if (!example.includes('\n  - quote:\n')) expect(() => read(example)).not.toThrow();
    }
  });
});

describe('a decisions file that is at fault', () => {
  it('fails its article with file, line and column', async () => {
    const pipeline = createPipeline({ config: { plugins: [] } });
    const input = { value: 'A text.', path: 'input/ferry.txt', decisions: 'citatons: []' };
    await expect(pipeline.build(input)).rejects.toThrow(
      'ferry.decisions.yaml:1:1: Unexpected key "citatons"',
    );
    await expect(pipeline.build({ ...input, decisions: '' })).resolves.toBeDefined();
  });

  it('is reported where it is front matter, and none of it is used', async () => {
    const pipeline = createPipeline({ config: { plugins: ['masthead'] } });
    const value =
      '---\ntitle: A\ndecisions:\n  metadata:\n    titel: B\n---\n\nA text that is long enough.\n';
    const { article } = await pipeline.build({ value, path: 'a.md' });
    expect(article.metadata.title).toBe('A');
    expect(article.messages.find(({ ruleId }) => ruleId === 'decisions/invalid')).toMatchObject({
      line: 4,
      reason: expect.stringContaining('decisions.metadata.titel: Unexpected key "titel"') as string,
    });
  });

  it('is reported where no plugin carries it out', async () => {
    const pipeline = createPipeline({ config: { plugins: [] } });
    const decisions = 'entities:\n  - quote: text\n    type: work\n';
    const { article } = await pipeline.build({ value: 'A text.', path: 'a.txt', decisions });
    expect(article.messages).toMatchObject([
      { ruleId: 'decisions/unused', file: 'a.decisions.yaml', line: 2, column: 5 },
    ]);
  });
});
