import { describe, expect, it } from 'vitest';
import { clean } from './clean.ts';

describe('the space behind a comma', () => {
  it.each([
    ['In Chimbote,the mood is darker.', 'In Chimbote, the mood is darker.'],
    ['It made them ill,according to a study.', 'It made them ill, according to a study.'],
    ['There are,by my count,many of them.', 'There are, by my count, many of them.'],
    ['He lives in Yorkshire,England.', 'He lives in Yorkshire, England.'],
  ])('%j', (before, after) => {
    const { text, messages } = clean(before);
    expect(text).toBe(after);
    expect(messages).toContain('cleanup/missing-space');
    expect(clean(after).messages).toEqual([]);
  });

  it.each([
    'It has 1,204 parts and costs 3,5 euros.',
    'See https://example.org/starter,version for more of it.',
    'Write to one@example.org,two@example.org at once.',
    'The field red,green,blue is a list of values.',
    'The call f(a,b) and the key user_name,other stay.',
    'In C,D and E,F it is so.',
  ])('%j stays', (text) => {
    expect(clean(text).messages).not.toContain('cleanup/missing-space');
  });
});
