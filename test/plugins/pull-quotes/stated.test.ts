import { describe, expect, it } from 'vitest';
import type { StatedPullQuote } from '../../../src/model/index.ts';
import { filler, picked, run, type Result } from './helpers.ts';

const text = [
  filler(5),
  '“We must never give up the river, because it is the life of this town,” said Anna Birch.',
  filler(5, 5),
  'Nobody who loves a forest can believe that silence is an answer.',
  filler(5, 10),
  'It rained. The ferry’s *last crossing* was short -- too short, some said. Then it snowed.',
  filler(5, 15),
].join('\n\n');

const dull = 'The harbour on Lane 0 was opened on May 1, 1910';

/** What a writer would put into the front matter. */
function statedBy(result: Result): StatedPullQuote[] {
  return (result.file.data.pullQuotes ?? []).map(({ anchorId, origin, attribution }) => ({
    text: result.texts.get(anchorId) ?? '',
    origin,
    ...(attribution === undefined ? {} : { speaker: attribution }),
  }));
}

describe('quotes chosen before', () => {
  it('takes the author’s, however they rank, and more than the count', () => {
    const stated: StatedPullQuote[] = [
      { text: dull, origin: 'author' },
      { text: 'It rained.', origin: 'author' },
      { text: 'Then it snowed.', origin: 'decision' },
    ];
    const result = run(text, { count: 1 }, stated);
    expect(picked(result).toSorted()).toEqual(stated.map((each) => each.text).toSorted());
    expect(result.file.data.pullQuotes?.map(({ origin }) => origin).toSorted()).toEqual([
      'author',
      'author',
      'decision',
    ]);
    expect(result.quotes).toHaveLength(3);
  });

  it('gives them their rank, score and reasons', () => {
    const [record] = run(text, {}, [{ text: dull, origin: 'author' }]).file.data.pullQuotes ?? [];
    expect(record?.rank).toBeGreaterThan(5);
    expect(record?.reasons.length).toBeGreaterThan(0);
  });

  it.each([
    [
      "The ferry's last\ncrossing was short — too short",
      'The ferry’s last crossing was short -- too short',
    ],
    ['THE FERRY’S LAST CROSSING WAS SHORT', 'The ferry’s last crossing was short'],
    ['"We must never give up the river"', '“We must never give up the river'],
    ['last crossing', 'last crossing'],
    [
      'Nobody who loves a forest can believe that silence is an answer',
      'Nobody who loves a forest can believe that silence is an answer',
    ],
    [
      'Nobody who loves a forest can believe that silence is an answer.',
      'Nobody who loves a forest can believe that silence is an answer.',
    ],
  ])('finds %j', (wanted, expected) => {
    const result = run(text, { count: 1 }, [{ text: wanted, origin: 'author' }]);
    expect(result.file.messages).toEqual([]);
    expect(picked(result)).toEqual([expected]);
  });

  it('warns of one that is lost', () => {
    const { file } = run(text, { count: 1 }, [
      { text: 'The bridge was never built.', origin: 'author' },
    ]);
    expect(file.messages).toHaveLength(1);
    expect(file.messages[0]).toMatchObject({
      source: 'pull-quotes',
      ruleId: 'lost-quote',
      fatal: false,
    });
    expect(file.messages[0]?.reason).toContain('The bridge was never built.');
    expect(file.data.pullQuotes?.map(({ origin }) => origin)).toEqual(['ranked']);
  });

  it('takes one that is stated twice once', () => {
    const quote: StatedPullQuote = { text: 'It rained.', origin: 'author' };
    expect(picked(run(text, { count: 1 }, [quote, quote]))).toEqual(['It rained.']);
  });

  it('puts one within another, and warns where two cross', () => {
    const nested = run(text, {}, [
      { text: 'It rained. The ferry’s last crossing was short', origin: 'author' },
      { text: 'It rained.', origin: 'author' },
    ]);
    expect(nested.quotes).toHaveLength(2);
    const crossing = run(text, {}, [
      { text: 'loves a forest can believe', origin: 'author' },
      { text: 'believe that silence', origin: 'author' },
    ]);
    expect(crossing.quotes).toHaveLength(1);
    expect(crossing.file.messages.map(({ ruleId }) => ruleId)).toEqual(['lost-quote']);
  });

  it('takes in the whole of a link that it begins in', () => {
    const linked = `${text}\n\nSee [the old mill](https://example.com) burn at night.\n\n${filler(3, 40)}`;
    const result = run(linked, { count: 1 }, [{ text: 'mill burn at', origin: 'author' }]);
    expect(picked(result)).toEqual(['the old mill burn at']);
  });

  it('keeps a stated speaker', () => {
    const [record] =
      run(text, {}, [{ text: 'It rained.', origin: 'author', speaker: 'Omar Hale' }]).file.data
        .pullQuotes ?? [];
    expect(record?.attribution).toBe('Omar Hale');
  });

  it.each([
    { count: 1 },
    { count: 2 },
    { count: 5 },
    { per: 50 },
    { trim: false },
    { spacing: 0, count: 30 },
  ])('comes to the same when built again: %j', (options) => {
    const first = run(text, options);
    const again = run(text, options, statedBy(first));
    expect(picked(again)).toEqual(picked(first));
    expect(statedBy(again)).toEqual(statedBy(first));
    expect(again.tree).toEqual(first.tree);
    expect(again.file.messages).toEqual(first.file.messages);
  });

  it('completes earlier picks by ranking, and drops those over the count', () => {
    const all = run(text, { count: 3 });
    const two = statedBy(run(text, { count: 2 }));
    expect(two).toHaveLength(2);
    const completed = run(text, { count: 3 }, two);
    expect(picked(completed)).toHaveLength(picked(all).length);
    expect(picked(completed)).toEqual(expect.arrayContaining(two.map((each) => each.text)));
    expect(picked(run(text, { count: 1 }, two))).toEqual([two[0]?.text]);
  });
});
