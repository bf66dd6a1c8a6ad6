import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Automaton } from '../../../plugins/house-style/matching/automaton.ts';
import { Pattern } from '../../../plugins/house-style/matching/pattern.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 30 });

describe('the automaton', () => {
  it('finds what a search for each phrase finds', () => {
    fc.assert(
      fc.property(
        fc.array(
          letters.filter((each) => each !== ''),
          { maxLength: 12 },
        ),
        letters,
        (phrases, text) => {
          const automaton = new Automaton<string>();
          const unique = [...new Set(phrases)];
          for (const phrase of unique) automaton.add(phrase, phrase);
          const found: string[] = [];
          automaton.search(text, (phrase, start, end) => {
            expect(text.slice(start, end)).toBe(phrase);
            found.push(`${start} ${phrase}`);
          });
          const expected: string[] = [];
          for (const phrase of unique) {
            for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
              expected.push(`${at} ${phrase}`);
            }
          }
          expect(found.sort()).toEqual(expected.sort());
        },
      ),
    );
  });

  it('takes time in proportion to the text', () => {
    const automaton = new Automaton<number>();
    for (let length = 1; length <= 2000; length++) automaton.add(`${'a'.repeat(length)}b`, length);
    let count = 0;
    automaton.search('a'.repeat(1_000_000), () => count++);
    expect(count).toBe(0);
  });
});

function all(source: string, text: string, ignoreCase = false): string[] {
  const found: string[] = [];
  const any = (): boolean => true;
  new Pattern(source, ignoreCase).search(text, any, any, (start, end) =>
    found.push(text.slice(start, end)),
  );
  return found;
}

describe('patterns', () => {
  it.each([
    ['ab|abc', 'abcab', ['abc', 'ab']],
    ['a?b+', 'abb b ac', ['abb', 'b']],
    ['a{2,3}', 'aaaaa a', ['aaa', 'aa']],
    ['a{2}', 'aaaaa', ['aa', 'aa']],
    ['a{2,}', 'a aaaa', ['aaaa']],
    ['[^a-c ]+', 'abcd xy', ['d', 'xy']],
    ['\\d+\\.\\d', '1.5 12.3', ['1.5', '12.3']],
    ['(?:x|(y))z', 'xz yz', ['xz', 'yz']],
    ['a.c', 'abc a-c ac', ['abc', 'a-c']],
    ['[a\\]-]+', 'a]- b', ['a]-']],
    ['', 'abc', []],
    ['a*', 'baab', ['aa']],
  ])('%s in %s', (source, text, expected) => {
    expect(all(source, text)).toEqual(expected);
  });

  it('ignore case where asked', () => {
    expect(all('[A-C]x\\D', 'axb bx1', true)).toEqual(['axb']);
  });

  it('find what a regular expression finds, the longest way', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', 'ab', '(?:a|b)', '(?:ab|c)');
    const source = fc
      .array(fc.tuple(atom, fc.constantFrom('', '?', '+', '{1,2}')), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.map(([each, times]) => `(?:${each})${times}`).join(''));
    fc.assert(
      fc.property(source, letters, (pattern, text) => {
        const [first] = all(pattern, text);
        const whole = new RegExp(`^(?:${pattern})$`);
        let expected: string | undefined;
        for (let start = 0; start < text.length && expected === undefined; start++) {
          for (let end = text.length; end > start && expected === undefined; end--) {
            if (whole.test(text.slice(start, end))) expected = text.slice(start, end);
          }
        }
        expect(first).toBe(expected);
      }),
    );
  });

  it.each(['(a+)+b', '(a|a)*b', '(a*)*b', 'a*a*a*a*b', '(?:a?){30}a{30}', 'a.*b.*c', 'a|a.*b'])(
    '%s does not run away',
    (source) => {
      const short = timeOf(source, 5_000);
      const long = timeOf(source, 20_000);
      expect(long).toBeLessThan(Math.max(50, short * 16));
    },
  );

  it.each([
    '(?=a)',
    '(?<n>a)',
    '\\1',
    '\\b',
    '*a',
    'a**',
    'a{3,2}',
    'a{1000}',
    '[b-a]',
    '[a',
    'a)',
    '^a',
    '(((a{100}){100}){100})',
    '\\',
  ])('%s is refused', (source) => {
    expect(() => new Pattern(source)).toThrow(/^Unexpected /);
  });
});

function timeOf(source: string, length: number): number {
  const start = performance.now();
  all(source, 'a'.repeat(length));
  return performance.now() - start;
}
