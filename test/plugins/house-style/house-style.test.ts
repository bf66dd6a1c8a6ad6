import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remark } from './remark.ts';
import { afterEach, describe, expect, it } from 'vitest';
import type { VFileMessage } from 'vfile-message';
import houseStyle, { type HouseStyleOptions } from '../../../plugins/house-style/index.ts';
import { severityOf } from '../../../src/model/index.ts';

type Rules = NonNullable<HouseStyleOptions['rules']>;

async function messagesOf(
  text: string,
  rules: Rules,
  options: HouseStyleOptions = {},
): Promise<VFileMessage[]> {
  const file = await remark()
    .use(houseStyle, { ...options, rules })
    .process(text);
  expect(String(file)).toBe(text.endsWith('\n') ? text : `${text}\n`);
  return file.messages;
}

/** What was found and what is expected, in short. */
async function found(
  text: string,
  rules: Rules,
  options: HouseStyleOptions = {},
): Promise<string[]> {
  const messages = await messagesOf(text, rules, options);
  return messages.map(({ actual, expected }) => {
    const better = (expected ?? []).join('|');
    return better === '' ? String(actual) : `${String(actual)} > ${better}`;
  });
}

describe('substitution', () => {
  const rules = {
    spelling: {
      extends: 'substitution',
      swap: {
        utilise: 'use',
        'a number of': ['several', 'many'],
        'e-mail': 'email',
        'all right': '',
      },
    },
  };

  it('says what stands where, and what should', async () => {
    const [message] = await messagesOf('We *util*ise it.', rules);
    expect(message).toMatchObject({
      source: 'house-style',
      ruleId: 'substitution',
      reason: 'Unexpected “utilise”, expected “use”',
      actual: 'utilise',
      expected: ['use'],
      line: 1,
      column: 5,
      note: 'Rule “spelling” of the house’s vocabulary.',
    });
    expect(message && severityOf(message)).toBe('warning');
  });

  it('writes the replacement in the letters of what it replaces', async () => {
    expect(await found('Utilise it. UTILISE IT. A number of ships.', rules)).toEqual([
      'Utilise > Use',
      'UTILISE > USE',
      'A number of > Several|Many',
    ]);
  });

  it('keeps to whole words', async () => {
    expect(
      await found('Utilised, reutilise, utilise’s, *utilise* (utilise) ütilise utilise.', rules),
    ).toEqual(['utilise > use', 'utilise > use', 'utilise > use', 'utilise > use']);
    expect(
      await found('His don is a don’t.', { a: { extends: 'substitution', swap: { don: 'x' } } }),
    ).toEqual(['don > x']);
  });

  it('takes any white space, apostrophe and hyphen for the same', async () => {
    expect(await found('A\u00a0number\nof e\u2011mails and an e\u2011mail.', rules)).toEqual([
      'A\u00a0number\nof > Several|Many',
      'e\u2011mail > email',
    ]);
  });

  it('takes the longest of terms that overlap, and nothing within an exception', async () => {
    const overlapping = {
      a: {
        extends: 'substitution',
        swap: { 'prime minister': 'premier', minister: 'secretary', 'minister of state': 'deputy' },
        exceptions: ['Prime Minister of Norway'],
      },
    };
    expect(
      await found(
        'The prime minister, the minister of state, the minister; the Prime Minister of Norway.',
        overlapping,
      ),
    ).toEqual(['prime minister > premier', 'minister of state > deputy', 'minister > secretary']);
  });

  it('looks at the case where it is asked to', async () => {
    const cased = {
      a: { extends: 'substitution', ignorecase: false, swap: { Internet: 'internet' } },
    };
    expect(await found('The Internet and the internet, INTERNET.', cased)).toEqual([
      'Internet > internet',
    ]);
  });

  it('is silent where the expected word stands', async () => {
    const same = {
      a: { extends: 'substitution', swap: { 'web site': 'website', WEBSITE: 'website' } },
    };
    expect(await found('A website. A Website.', same)).toEqual([]);
  });

  it('leaves code alone', async () => {
    expect(await found('The `utilise` flag.', rules)).toEqual([]);
  });
});

describe('existence', () => {
  const rules = {
    banned: { extends: 'existence', level: 'error', tokens: ['going forward', 'iconic'] },
  };

  it('reports with the level of the rule', async () => {
    const [message] = await messagesOf('An iconic boat.', rules);
    expect(message && severityOf(message)).toBe('error');
    expect(message?.reason).toBe('Unexpected “iconic”, expected other words');
  });

  it('prints the words of the rule', async () => {
    const own = { a: { ...rules.banned, message: 'Is “{found}” needed?' } };
    expect((await messagesOf('An iconic boat.', own))[0]?.reason).toBe('Is “iconic” needed?');
  });

  it('finds across nodes and in any block', async () => {
    const text = '# An iconic pier\n\n* Going **forward** we row.\n\n> iconic';
    expect(await found(text, rules)).toEqual(['iconic', 'Going forward', 'iconic']);
  });

  it('reads patterns between slashes', async () => {
    const patterns = { a: { extends: 'existence', tokens: ['/gr[ea]y(ish)?/', '/\\d+ percent/'] } };
    expect(await found('Grey, gray, greyish, greyer: 10 percent of 5 percents.', patterns)).toEqual(
      ['Grey', 'gray', 'greyish', '10 percent'],
    );
  });
});

describe('scope', () => {
  it('says where a rule holds', async () => {
    const rules = { a: { extends: 'existence', scope: 'heading', tokens: ['boat'] } };
    expect(await found('# A boat\n\nA boat.', rules)).toEqual(['boat']);
    const notes = { a: { extends: 'existence', scope: ['note'], tokens: ['boat'] } };
    const file = await remark({ footnotes: true })
      .use(houseStyle, { rules: notes })
      .process('A boat.[^1]\n\n[^1]: A boat.\n');
    expect(file.messages).toMatchObject([{ line: 3 }]);
  });

  it('leaves quotations out by option, and by rule', async () => {
    const rules = { a: { extends: 'existence', tokens: ['boat'] } };
    const text =
      'The boat, “the boat”, she said.\n\n> A boat.\n\n“A boat left.\n\nNo boat came back.';
    expect(await found(text, rules)).toHaveLength(5);
    expect(await found(text, rules, { quotations: false })).toHaveLength(2);
    const always = { a: { ...rules.a, quotations: true }, b: { ...rules.a, quotations: false } };
    expect(await found(text, always, { quotations: false })).toHaveLength(7);
  });
});

describe('capitalization', () => {
  it('of names', async () => {
    const rules = {
      a: {
        extends: 'capitalization',
        terms: ['GitHub', 'Brexit', 'the Hague'],
        scope: ['body', 'heading'],
      },
    };
    expect(await found('Github, GITHUB and GitHub; brexit in The Hague.', rules)).toEqual([
      'Github > GitHub',
      'brexit > Brexit',
      'The Hague > the Hague',
    ]);
  });

  it('of headings in sentence case', async () => {
    const rules = {
      a: { extends: 'capitalization', match: 'sentence', exceptions: ['Lisbon', 'iPhone'] },
    };
    expect(
      await found('# the Night Boat to lisbon: A story of NATO and I\n\nThe Night Boat.', rules),
    ).toEqual([
      'the Night Boat to lisbon: A story of NATO and I > The night boat to Lisbon: A story of NATO and I',
    ]);
    expect(await found('# The night boat to Lisbon\n', rules)).toEqual([]);
  });

  it('of headings in title case, small letters and capitals', async () => {
    const of = (match: string) => ({ a: { extends: 'capitalization', match } });
    expect(await found('# the boat of a night and In', of('title'))).toEqual([
      'the boat of a night and In > The Boat of a Night and In',
    ]);
    expect(await found('# The Boat', of('lower'))).toEqual(['The Boat > the boat']);
    expect(await found('# The Boat', of('upper'))).toEqual(['The Boat > THE BOAT']);
  });
});

describe('consistency', () => {
  const rules = {
    either: { extends: 'consistency', either: { advisor: 'adviser', 'e-mail': 'email' } },
  };

  it('asks for the spelling that stands more often', async () => {
    expect(await found('An advisor. Adviser and adviser.\n\nAn e-mail.', rules)).toEqual([
      'advisor > adviser',
    ]);
  });

  it('asks for the first where both stand as often', async () => {
    expect(await found('An advisor.\n\nHer Adviser.', rules)).toEqual(['Adviser > Advisor']);
  });
});

describe('acronym', () => {
  const rules = {
    a: {
      extends: 'acronym',
      exceptions: ['BBC'],
      define: { IMO: 'International Maritime Organization' },
    },
  };

  it('is explained at its first use', async () => {
    expect(
      await found(
        'The BBC said the IMO met the EMSA. The Port Workers Union (PWU) and ILWU (International Longshore and Warehouse Union) did. The EMSA and PWU met. World War II.',
        rules,
      ),
    ).toEqual(['IMO > International Maritime Organization (IMO)', 'EMSA']);
  });

  it('counts neither headings nor lines in capitals', async () => {
    expect(await found('# EMSA\n\nTHE EMSA MET\n\nText.', rules)).toEqual([]);
  });
});

describe('repetition', () => {
  const rules = { a: { extends: 'repetition', exceptions: ['bora'] } };

  it('finds a word that stands twice', async () => {
    expect(
      await found('The the boat left *for* for Bora. She had had it. In the\nthe end.', rules),
    ).toEqual(['The the > The', 'for for > for', 'the\nthe > the']);
  });

  it('leaves names and exceptions alone', async () => {
    expect(await found('From Walla Walla to bora bora, for the, the thing.', rules)).toEqual([]);
  });
});

describe('faults of a vocabulary', () => {
  let folder: string | undefined;
  afterEach(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    [
      'a: {}',
      '1:1: Missing key "extends" of rule "a", expected one of existence, substitution, consistency, capitalization, acronym, repetition',
    ],
    [
      'a:\n  extends: existance',
      '2:12: Unexpected value "existance" of "extends" of rule "a", expected one of existence, substitution, consistency, capitalization, acronym, repetition',
    ],
    [
      'a:\n  extends: existence\n  token: [x]',
      '3:3: Unexpected key "token" of rule "a", expected one of extends, level, message, ignorecase, scope, quotations, exceptions, tokens',
    ],
    ['a:\n  extends: existence', '1:1: Missing key "tokens" of rule "a"'],
    [
      'a:\n  extends: existence\n  tokens:\n    - x\n    - [y]',
      '5:7: Unexpected list as "tokens" of rule "a", expected a text',
    ],
    [
      'a:\n  extends: existence\n  tokens: ["/a(?=b)/"]',
      '3:14: Unexpected group, expected ( or (?:',
    ],
    [
      'a:\n  extends: existence\n  tokens: ["/(a/"]',
      '3:15: Unexpected end, expected “)”, in the pattern /(a/',
    ],
    ['a:\n  extends: existence\n  tokens: [""]', '3:12: Unexpected empty text'],
    [
      'a:\n  extends: substitution\n  swap: [x]',
      '3:9: Unexpected list as "swap" of rule "a", expected a mapping',
    ],
    [
      'a:\n  extends: existence\n  level: fatal\n  tokens: [x]',
      '3:10: Unexpected value "fatal" of "level" of rule "a", expected one of error, warning, info',
    ],
    [
      'a:\n  extends: existence\n  ignorecase: maybe\n  tokens: [x]',
      '3:15: Unexpected value maybe as "ignorecase" of rule "a", expected true or false',
    ],
    ['- a', '1:1: Unexpected list as the vocabulary, expected a mapping'],
    ['a: [', '1:5: Unexpected YAML: '],
  ])('%j', (text, reason) => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-house-'));
    const vocabulary = join(folder, 'house.yaml');
    writeFileSync(vocabulary, text);
    expect(() => houseStyle({ vocabulary })).toThrow(`${vocabulary}:${reason}`);
  });

  it('are told of a file that is not there, and of rules that were given as an object', () => {
    expect(() => houseStyle({ vocabulary: '/no/such/house.yaml' })).toThrow(
      /^\/no\/such\/house\.yaml: Unexpected vocabulary: ENOENT/,
    );
    expect(() => houseStyle({ rules: { a: { extends: 'existence' } } })).toThrow(
      'Missing key "tokens" of rule "a"',
    );
  });

  it('an empty file has no rules, and words of YAML are words', async () => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-house-'));
    const vocabulary = join(folder, 'house.yaml');
    writeFileSync(vocabulary, '# nothing yet\n');
    expect(() => houseStyle({ vocabulary })).not.toThrow();
    writeFileSync(vocabulary, 'a:\n  extends: existence\n  tokens: [yes, no, 1.50, true]\n');
    const file = await remark().use(houseStyle, { vocabulary }).process('It is true: 1.50, no.');
    expect(file.messages.map(({ actual }) => actual)).toEqual(['true', '1.50', 'no']);
  });
});
