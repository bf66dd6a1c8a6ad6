import { describe, expect, it } from 'vitest';
import { promotedNames, withPromoted } from '../../../src/decisions/promote.ts';
import { readDecisions } from '../../../src/decisions/read.ts';
import { defaultLimits } from '../../../src/limits.ts';

const on = (article: string, entities: string) => ({
  article,
  decisions: readDecisions(`entities:\n${entities}`, 'a.decisions.yaml', defaultLimits),
});
const yard =
  '  - {quote: the Yard, all: true, type: organization, name: Norvik Yard, sameAs: "https://example.com/yard"}\n';

describe('promotedNames', () => {
  it('takes names that were decided alike in enough articles', () => {
    const all = [
      on('a', yard),
      on('b', yard),
      on('c', '  - {quote: Norvik Yard, all: true, type: organization}\n'),
    ];
    const { names, disputed } = promotedNames(all, 3);
    expect(disputed).toEqual([]);
    expect(names).toEqual([
      {
        id: 'organization/norvik-yard',
        type: 'organization',
        name: 'Norvik Yard',
        aliases: ['the Yard'],
        sameAs: ['https://example.com/yard'],
        articles: ['a', 'b', 'c'],
      },
    ]);
    expect(promotedNames(all.slice(1), 3).names).toEqual([]);
  });

  it('leaves names that mean different things, and what was decided for single places', () => {
    const single = '  - {quote: Lund, type: person}\n';
    const person = '  - {quote: Lund, all: true, type: person}\n';
    const place = '  - {quote: Lund, all: true, type: place}\n';
    const none = '  - {quote: Lund, all: true, entity: false}\n';
    expect(promotedNames([on('a', single), on('b', single)], 2).names).toEqual([]);
    for (const other of [place, none]) {
      const { names, disputed } = promotedNames(
        [on('a', person), on('b', person), on('c', other)],
        2,
      );
      expect(names).toEqual([]);
      expect(disputed).toMatchObject([{ quote: 'Lund' }]);
    }
  });
});

describe('withPromoted', () => {
  const { names } = promotedNames([on('a', yard)], 1);
  const registry = `# The house's own names.

entities:
  - name: United Nations # of New York
    type: organization
    aliases: [UN]
`;

  it('adds an entry and keeps the rest, once', () => {
    const { text, added } = withPromoted(registry, names);
    expect(text).toBe(`${registry}  - name: Norvik Yard
    type: organization
    aliases:
      - the Yard
    sameAs: https://example.com/yard
`);
    expect(added).toHaveLength(1);
    expect(withPromoted(text, names)).toEqual({ text, added: [], left: [] });
  });

  it('adds an alias to an entry that is there', () => {
    const known = promotedNames(
      [on('a', '  - {quote: the UN, all: true, id: organization/united-nations}\n')],
      1,
    ).names;
    const { text, added, left } = withPromoted(registry, [
      { ...(known[0] as (typeof known)[0]), name: 'United Nations', aliases: ['the UN'] },
    ]);
    expect(left).toEqual([]);
    expect(added).toHaveLength(1);
    expect(text).toBe(registry.replace('[UN]', '[UN, the UN]'));
  });

  it('begins a registry where there is none', () => {
    expect(withPromoted('', names).text).toMatch(/^entities:\n {2}- name: Norvik Yard\n/);
    expect(withPromoted('- name: A\n  type: place\n', names).text).toContain(
      '\n- name: Norvik Yard\n  type: organization\n',
    );
  });

  it('refuses a file that is no registry', () => {
    expect(() => withPromoted('entities: 5\n', names)).toThrow(
      'Unexpected content of the registry',
    );
  });
});
