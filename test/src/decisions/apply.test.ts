/** What happens where decisions and articles do not fit. */
import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../src/index.ts';
import { docx, paragraph, run } from '../readers/docx/docx.ts';

const pipeline = createPipeline({
  cwd: new URL('../../..', import.meta.url).pathname,
  config: { plugins: ['masthead', 'cleanup', 'citations', 'entities', 'pull-quotes'] },
});

const messages = async (value: string, decisions: string, path = 'a.txt') => {
  const { article } = await pipeline.build({ value, path, decisions });
  return article.messages
    .filter(({ ruleId }) => ruleId.startsWith('decisions/'))
    .map(({ ruleId, line, reason }) => `${line}: ${ruleId.slice(10)}: ${reason}`);
};

describe('citations', () => {
  const value =
    'The boats came back (Reuters, May 3, 2024; , May 4, 2024). The quay was full on Sunday.';

  it('changes the one source of several that is quoted', async () => {
    const decisions = 'citations:\n  - quote: ", May 4, 2024"\n    outlet: The Norvik Post\n';
    const { article } = await pipeline.build({ value, path: 'a.txt', decisions });
    expect(article.citations[0]?.items.map((item) => item['container-title'])).toEqual([
      'Reuters',
      'The Norvik Post',
    ]);
  });

  it('refuses to guess which of several is meant', async () => {
    expect(
      await messages(
        value,
        'citations:\n  - quote: (Reuters, May 3, 2024; , May 4, 2024)\n    outlet: X\n',
      ),
    ).toEqual([
      '2: invalid: Unexpected decision about a citation of 2 sources, expected the words of one of them as `quote`',
    ]);
  });

  it('refuses a second decision, and words that name no source', async () => {
    expect(
      await messages(
        value,
        'citations:\n  - {quote: "Reuters, May 3", outlet: X}\n  - {quote: Reuters, outlet: Y}\n  - {quote: came back, citation: true}\n',
      ),
    ).toEqual(['3: invalid: Unexpected second decision about the same citation, expected one']);
  });

  it('makes a citation of words in which none was found', async () => {
    const text = 'The boats came back (our own count). The quay was full on Sunday.';
    const decisions =
      'citations:\n  - quote: our own count\n    outlet: The Norvik Post\n    date: 2024-05\n';
    const { article } = await pipeline.build({ value: text, path: 'a.txt', decisions });
    expect(article.text).toBe('The boats came back. The quay was full on Sunday.');
    expect(article.citations).toMatchObject([
      { kind: 'outlet-date', rendered: 'The Norvik Post, May 2024.' },
    ]);
  });
});

describe('entities', () => {
  const value = 'Berg came late. Berg went early. The wall was built by Anna Berg.';

  it('refuses a second decision, an unknown id and another type than the registry has', async () => {
    expect(
      await messages(
        value,
        `entities:
  - {quote: Anna Berg, type: person}
  - {quote: Anna Berg, after: built by, type: place}
  - {quote: Berg, after: late., id: person/nobody}
  - {quote: wall, id: place/georgia, type: person}
`,
      ),
    ).toEqual([
      '3: invalid: Unexpected second decision about the same words, expected one',
      '4: invalid: Unexpected id “person/nobody”, expected one that the registry or the built-in lists know, or a `type` beside it',
      '5: invalid: Unexpected type person of “place/georgia”, expected place as in the registry',
    ]);
  });

  it('lets a decision for one place go before one for all', async () => {
    const decisions = `entities:
  - {quote: Berg, all: true, type: place}
  - {quote: Berg, before: went early, type: organization}
`;
    const { article } = await pipeline.build({
      value: 'Berg came late. Berg went early.',
      path: 'a.txt',
      decisions,
    });
    expect(article.entities.map(({ type, mentions }) => [type, mentions.length])).toEqual(
      expect.arrayContaining([
        ['place', 1],
        ['organization', 1],
      ]),
    );
  });

  it('does not spread what was decided for one place', async () => {
    const decisions = 'entities:\n  - {quote: Yard, after: built the, type: organization}\n';
    const text = 'They built the Yard. Then the Yard closed, and the Yard was sold.';
    const { article } = await pipeline.build({ value: text, path: 'a.txt', decisions });
    const decided = article.entities.find(({ origin }) => origin === 'decision');
    expect(decided?.mentions).toHaveLength(1);
  });
});

describe('pull quotes', () => {
  it('refuses words under `trim` that are no part of the quote', async () => {
    const value = 'The wall stood for ninety years. The sea took it in a night.';
    expect(
      await messages(
        value,
        'pullQuotes:\n  - quote: The wall stood for ninety years.\n    trim: a hundred years\n',
      ),
    ).toEqual(['2: invalid: Unexpected words under `trim`, expected a part of the quote']);
  });
});

describe('accepted findings', () => {
  const value = 'The boats came back (, May 3, 2024). The quay was full (, May 4, 2024).';

  it('accepts one finding, or all of a rule', async () => {
    const count = async (decisions: string): Promise<number> => {
      const { article } = await pipeline.build({ value, path: 'a.txt', decisions });
      return article.messages.filter(({ ruleId }) => ruleId === 'citations/missing-outlet').length;
    };
    expect(await count('')).toBe(2);
    expect(
      await count(
        'accept:\n  - {rule: citations/missing-outlet, quote: "(, May 4, 2024)", reason: lost}\n',
      ),
    ).toBe(1);
    expect(
      await count('accept:\n  - {rule: citations/missing-outlet, reason: all are lost}\n'),
    ).toBe(0);
  });

  it('reports what is accepted and no longer found', async () => {
    expect(
      await messages(
        value,
        'accept:\n  - {rule: citations/future-date, quote: "(, May 3, 2024)", reason: x}\n  - {rule: citations/mising-outlet, reason: x}\n',
      ),
    ).toEqual([
      '2: unused: Unexpected acceptance of citations/future-date, which is not reported there',
      '3: unused: Unexpected acceptance of citations/mising-outlet, which is not reported. Did you mean "citations/missing-outlet"?',
    ]);
  });
});

describe('front matter', () => {
  it('takes decisions, and gives way to the file', async () => {
    const value = `---
title: A
decisions:
  entities:
    - {quote: Yard, all: true, type: place}
    - {quote: Crane, all: true, type: work}
---

The Yard opened at five. The Crane stood still.
`;
    const decisions = 'entities:\n  - {quote: Yard, all: true, type: organization}\n';
    const { article, outputs } = await pipeline.build({ value, path: 'a.md', decisions });
    const types = Object.fromEntries(article.entities.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({ Yard: 'organization', Crane: 'work' });
    const again = await pipeline.build({ value: outputs.markdown as string, path: 'b.md' });
    expect(again.outputs.markdown).toBe(outputs.markdown);
  });
});

describe('building our own Markdown again', () => {
  it('comes to the same where decisions were told apart by citations that are notes now', async () => {
    const value = `The wall broke (Reuters, May 3, 2024) at noon (Reuters, May 5, 2024), and the wall was built (AFP, May 3, 2024) at dawn (Reuters, May 5, 2024). Georgia (Reuters, May 7, 2024) and the other Georgia paid for it all.`;
    const decisions = `citations:
  - quote: (Reuters, May 5, 2024)
    after: broke (Reuters, May 3, 2024) at noon
    citation: false
entities:
  - quote: Georgia
    before: (Reuters, May 7, 2024) and the other
    type: person
`;
    expect(await messages(value, decisions)).toEqual([]);
    const { article, outputs } = await pipeline.build({ value, path: 'a.txt', decisions });
    expect(article.text).toContain(
      'at noon (Reuters, May 5, 2024), and the wall was built at dawn. Georgia',
    );
    const again = await pipeline.build({ value: outputs.markdown as string, path: 'again.md' });
    expect(again.outputs.markdown).toBe(outputs.markdown);
    expect(again.article.messages.filter(({ ruleId }) => ruleId.startsWith('decisions/'))).toEqual(
      [],
    );
  });
});

describe('a format without places', () => {
  it('tells when it cannot tell which finding is accepted', async () => {
    const text = 'The boats came back (, May 3, 2024). The quay was full (, May 3, 2024).';
    const value = docx({ body: paragraph(run('Boats are back')) + paragraph(run(text)) });
    const build = async (all: string) => {
      const decisions = `accept:\n  - {rule: citations/missing-outlet, quote: "(, May 3, 2024)", ${all}reason: lost}\n`;
      const { article } = await pipeline.build({ value, path: 'a.docx', decisions });
      return article.messages
        .filter(({ severity }) => severity === 'warning')
        .map(({ ruleId }) => ruleId);
    };
    expect(await build('')).toEqual([
      'citations/missing-outlet',
      'citations/missing-outlet',
      'decisions/text-ambiguous',
    ]);
    expect(await build('after: back, ')).toEqual([
      'citations/missing-outlet',
      'citations/missing-outlet',
      'decisions/text-ambiguous',
    ]);
    expect(await build('all: true, ')).toEqual([]);
  });
});
