import { describe, expect, it } from 'vitest';
import { toString } from 'mdast-util-to-string';
import { everything, filler, picked, placed, run } from './helpers.ts';

const strong = [
  '“We must never give up the river, because it is the life of this town,” said Anna Birch.',
  'Nobody who loves a forest can believe that silence is an answer to those who want to cut it.',
  '“Our children will ask us why we were afraid to tell the truth,” said Omar Hale.',
];

/** Strong sentences, each a paragraph, with so many weak paragraphs around each. */
function article(sentences: readonly string[], between: number, heading = false): string {
  const parts = [filler(between)];
  for (const [index, sentence] of sentences.entries()) {
    if (heading) parts.push(`## Part ${index + 1}`);
    parts.push(sentence, filler(between, (index + 1) * between));
  }
  return parts.join('\n\n');
}

describe('choice', () => {
  it('takes the best, in the order of their rank', () => {
    const result = run(article(strong, 5), { count: 3 });
    const texts = picked(result);
    expect(texts).toHaveLength(3);
    expect(texts.join(' ')).toMatch(/river/);
    expect(texts.join(' ')).toMatch(/silence/);
    expect(texts.join(' ')).toMatch(/children/);
    const ranks = result.file.data.pullQuotes?.map(({ rank }) => rank);
    expect(ranks).toEqual(ranks?.toSorted((a, b) => a - b));
  });

  it('takes one for each 800 words, and at least one', () => {
    expect(picked(run(article(strong, 5)))).toHaveLength(1);
    expect(picked(run(article(strong, 5), { per: 100 }))).toHaveLength(3);
    expect(picked(run(article(strong, 5), { count: 2, per: 10 }))).toHaveLength(2);
    expect(picked(run(article(strong, 5), { count: 0 }))).toEqual([]);
  });

  it('prefers different sections', () => {
    const twice = [filler(4), '## One', strong[0], filler(5, 10), strong[2], filler(5, 20)];
    const text = [
      ...twice,
      '## Two',
      filler(3, 30),
      'The forest is old and it is quiet now.',
      filler(4, 40),
    ];
    const found = picked(run(text.join('\n\n'), { count: 2 }));
    expect(found.filter((each) => /river|children/.test(each ?? ''))).toHaveLength(1);
    expect(found).toContain('The forest is old and it is quiet now.');
  });

  it('never says the same thing twice', () => {
    const again = 'We must never give up the river, because the river is the life of this town.';
    const found = picked(run(article([strong[0] as string, again], 6), { count: 2 }));
    expect(found.filter((each) => each?.includes('river'))).toHaveLength(1);
  });

  it('keeps quoted passages apart', () => {
    const text = `${filler(4)}\n\n${strong.join('\n\n')}\n\n${filler(4, 20)}`;
    expect(picked(run(text, { count: 3, spacing: 3 }))).toHaveLength(1);
    expect(picked(run(text, { count: 3, spacing: 1 }))).toHaveLength(3);
  });

  it('says so where nothing is fit', () => {
    const { file, quotes } = run('A single paragraph, which is the first one.', { count: 1 });
    expect(quotes).toEqual([]);
    expect(file.data.pullQuotes).toEqual([]);
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['none-found']);
  });

  it('is silent on an empty article, and on one too short to want a quote', () => {
    expect(run('').file.messages).toEqual([]);
    expect(run('A single paragraph, which is the first one.').file.messages).toEqual([]);
  });

  it('ranks every sentence where it is told to', () => {
    const text = `# Title\n\nOne. Two *three. Four*? “Five.”\n\n- six\n- seven. Eight!\n\n> Nine.\n\n| a | b |\n|---|---|\n| c | d |`;
    const result = run(text, everything);
    const records = result.file.data.pullQuotes ?? [];
    expect(records.map(({ rank }) => rank)).toEqual(records.map((_, index) => index + 1));
    expect(records.every(({ of }) => of === records.length)).toBe(true);
    expect([...result.texts.values()]).toEqual(
      expect.arrayContaining([
        'Title',
        'One.',
        'Two three.',
        'Four?',
        '“Five.”',
        'six',
        'seven.',
        'Eight!',
        'Nine.',
      ]),
    );
    expect(result.quotes).toHaveLength(records.length);
  });

  it('leaves out a sentence that would cut a link in two', () => {
    const result = run('One [two. Three](https://example.com) four. Five six.', everything);
    expect([...result.texts.values()]).toEqual(['Five six.']);
  });
});

describe('placement', () => {
  it('stands between paragraphs, away from its source', () => {
    const result = run(article(strong, 5), { count: 3 });
    expect(placed(result)).toHaveLength(3);
    for (const [index, text] of placed(result)) {
      const { children } = result.tree;
      expect(children[index - 1]?.type).toBe('paragraph');
      expect(children[index + 1]?.type).toBe('paragraph');
      const words = text.replaceAll(/[“”]/g, '');
      const source = children.findIndex(
        (child) => child.type === 'paragraph' && toString(child).includes(words),
      );
      expect(source).toBeGreaterThanOrEqual(0);
      expect(source === index + 1 || source === index - 1).toBe(false);
      expect(index).toBeLessThan(source);
    }
  });

  it('stands after its source where that is asked for', () => {
    const result = run(article(strong.slice(0, 1), 5), { placement: 'after' });
    const [[index]] = placed(result) as [[number, string]];
    const source = result.tree.children.findIndex((child) => toString(child).includes('river'));
    expect(index).toBeGreaterThan(source + 1);
  });

  it('is clear of headings and images', () => {
    const text = [
      filler(1),
      '## Under',
      filler(1, 1),
      '![image](a.png)',
      filler(1, 2),
      '## Over',
      filler(1, 3),
      strong[0],
      filler(1, 4),
      '## Next',
      filler(3, 5),
    ].join('\n\n');
    const { tree } = run(text);
    const index = tree.children.findIndex(({ type }) => type === 'pullQuote');
    expect(index).toBeGreaterThan(0);
    for (const neighbour of [tree.children[index - 1], tree.children[index + 1]]) {
      expect(neighbour?.type).toBe('paragraph');
      expect(toString(neighbour)).not.toBe('');
    }
  });

  it('never stands next to another quote', () => {
    const text = `${filler(6)}\n\n${strong.join(' ')}\n\n${filler(6, 20)}`;
    const result = run(text, { count: 3, spacing: 0 });
    const indexes = placed(result).map(([index]) => index);
    expect(indexes).toHaveLength(3);
    for (const [at, index] of indexes.entries()) {
      if (at > 0) expect(index - (indexes[at - 1] as number)).toBeGreaterThan(2);
    }
  });

  it('takes nothing that there is no room for', () => {
    const { file } = run(`${filler(1)}\n\n${strong[0]}`);
    expect(file.data.pullQuotes).toEqual([]);
  });
});
