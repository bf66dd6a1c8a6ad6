import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../plugins/pull-quotes/article.ts';
import { features } from '../../../plugins/pull-quotes/features/index.ts';
import { quotations } from '../../../plugins/pull-quotes/quotations.ts';
import { measure, rank } from '../../../plugins/pull-quotes/rank.ts';
import weights from '../../../plugins/pull-quotes/weights.json' with { type: 'json' };
import { articleOf, parse } from './helpers.ts';

const names = Object.keys(features);

/** A feature's value for each sentence of a text. */
function values(name: string, markdown: string, title = ''): number[] {
  const { tree, file } = parse(markdown);
  file.data.stated = { title };
  return measure(readArticle(tree, file)).map((row) => row[names.indexOf(name)] as number);
}

describe('features', () => {
  it('has a finite number for every sentence', () => {
    const article = articleOf('# A\n\n“B!” C said. D?\n\n- e\n- 1999\n\n| a | b |\n|--|--|\n\n…');
    for (const row of measure(article)) {
      expect(row).toHaveLength(names.length);
      expect([...row].every(Number.isFinite)).toBe(true);
    }
  });

  it('has a weight for every feature', () => {
    expect(Object.keys(weights)).toEqual(names);
  });

  it.each([
    ['in-quotation', 'He sat.', '“We shall never sell the old mill,” he said.'],
    ['quotation-mark', 'The mill burned.', 'The “mill” burned.'],
    ['attribution', 'The mill burned.', 'The mill burned, she said.'],
    ['we', 'They sold the mill.', 'We sold our mill.'],
    ['i', 'They sold the mill.', 'I sold the mill.'],
    ['you', 'They sold the mill.', 'You sold your mill.'],
    ['third-person', 'I sold the mill.', 'He sold her mill.'],
    ['names', 'The mill burned down.', 'The Gully Mill burned down.'],
    ['negation', 'The mill burned.', 'The mill never burned.'],
    ['absolute', 'Mills burn.', 'All mills burn.'],
    ['positive', 'The mill is old.', 'The mill is beautiful.'],
    ['negative', 'The mill is old.', 'The mill is ugly.'],
    ['idea', 'The mill is old.', 'The mill is history.'],
    ['past-tense', 'The mill burns.', 'The mill burned.'],
    ['question', 'It burns.', 'It burns?'],
    ['exclamation', 'It burns.', 'It burns!'],
    ['numbers', 'The mill is old.', 'The mill is 90.'],
    ['dates', 'The mill burned.', 'The mill burned in May.'],
    ['parenthesis', 'The mill burned.', 'The mill (old) burned.'],
    ['semicolon', 'It burned.', 'It burned; it fell.'],
    ['no-final-stop', 'It burned.', 'It burned'],
    ['code', 'Open the mill.', 'Open mill_door().'],
    ['reference', 'The mill burned.', 'The mill burned, see figure.'],
    ['list-number', 'Burn it.', '(1) Burn it.'],
    ['opening-pronoun', 'The mill burned.', 'It burned.'],
    ['opening-connective', 'It burned.', 'However, it burned.'],
    ['opening-conjunction', 'It burned.', 'But it burned.'],
    ['word-because', 'It burned.', 'It burned because it was dry.'],
  ])('%s tells “%s” from “%s”', (name, without, having) => {
    const [low] = values(name, without);
    const [high] = values(name, having);
    expect(high).toBeGreaterThan(low as number);
  });

  it('knows the place of a sentence', () => {
    const text = 'One is here. Two is here.\n\nThree is here.\n\nFour is here. Five. Six.';
    expect(values('first-paragraph', text)).toEqual([1, 1, 0, 0, 0, 0]);
    expect(values('last-paragraph', text)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(values('first-of-paragraph', text)).toEqual([1, 0, 0, 1, 0, 0]);
    expect(values('last-of-paragraph', text)).toEqual([0, 1, 0, 0, 0, 1]);
    expect(values('only-of-paragraph', text)).toEqual([0, 0, 1, 0, 0, 0]);
    expect(values('position', text)).toEqual([0, 0, 0.5, 1, 1, 1]);
  });

  it('takes a headline without a stop for no first paragraph', () => {
    expect(values('first-paragraph', 'The last ferry\n\nIt sank.\n\nIt rose.')).toEqual([1, 1, 0]);
  });

  it('compares with the title, and with the heading above', () => {
    const text = '## Ferry\n\nThe ferry sank.\n\nThe mill burned.';
    expect(values('title', text, 'The mill')).toEqual([0, 0, expect.closeTo(Math.SQRT1_2, 2)]);
    expect(values('section-heading', text)[1]).toBeGreaterThan(0);
    expect(values('section-heading', text)[2]).toBe(0);
  });

  it('finds what all sentences speak of central', () => {
    const [first, second, third] = values(
      'centrality',
      'Old mills burn.\n\nMills burn.\n\nIt rained.',
    );
    expect(first).toBeGreaterThan(third as number);
    expect(second).toBeGreaterThan(third as number);
  });
});

describe('rank', () => {
  const text =
    '“We must never sell the mill,” she said.\n\nIt opened on May 3, 1901 (see figure 3).\n\nIt is old.';

  it('orders all sentences and counts from 1', () => {
    const ranking = rank(articleOf(text));
    expect(ranking.map((each) => each.rank)).toEqual([1, 2, 3]);
    expect(ranking[0]?.passage.text).toContain('never');
    expect(ranking.at(-1)?.passage.text).toContain('1901');
    const scores = ranking.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('gives weight × deviation from the mean as reasons', () => {
    const [first, second] = rank(articleOf('Why not?\n\nWe know.'), { we: 0.5 });
    expect(first?.passage.text).toBe('We know.');
    expect(first?.reasons()).toEqual([{ feature: 'we', contribution: 0.25 }]);
    expect(first?.score).toBe(0.25);
    expect(second?.reasons()).toEqual([{ feature: 'we', contribution: -0.25 }]);
  });

  it('gives the strongest reasons first', () => {
    for (const { reasons } of rank(articleOf(text))) {
      const sizes = reasons().map(({ contribution }) => Math.abs(contribution));
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      expect(reasons().length).toBeGreaterThan(2);
    }
  });

  it('keeps equals in the order of the text', () => {
    const ranking = rank(articleOf('One.\n\nTwo.\n\nThree.'), {});
    expect(ranking.map(({ passage }) => passage.text)).toEqual(['One.', 'Two.', 'Three.']);
  });
});

describe('quotations', () => {
  it.each([
    ['He said “yes” and “no”.', ['“yes”', '“no”']],
    ['"Yes," he said. "No."', ['"Yes,"', '"No."']],
    ['« Oui », dit-il.', ['« Oui »']],
    ['„Ja“, sagte er.', ['„Ja“']],
    ['»Ja«, sagte er.', ['»Ja«']],
    ['It’s the boys’ mill.', []],
    ["'Yes,' he said, 'it's ours.'", ["'Yes,'", "'it's ours.'"]],
    ['“It goes on', ['“It goes on']],
    ['He is 6\'2" tall.', []],
  ])('%s', (text, expected) => {
    expect(quotations(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
