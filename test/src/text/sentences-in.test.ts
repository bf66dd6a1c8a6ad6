import { expect, it } from 'vitest';
import { forgetSentences, sentences, sentencesIn } from '../../../src/text/sentences.ts';

it('hands the sentences of a block on to the next step, of its own file alone', () => {
  const [file, other] = [{}, {}];
  const text = 'The tide rose. Nobody saw it.';
  const first = sentencesIn(file, text);
  expect(first).toEqual(sentences(text));
  expect(sentencesIn(file, `${text}`)).toBe(first);
  expect(sentencesIn(other, text)).not.toBe(first);
  forgetSentences(file);
  expect(sentencesIn(file, text)).not.toBe(first);
  expect(sentencesIn(file, text)).toEqual(first);
});

it('keeps nothing for a step that is the last, nor of long blocks', () => {
  const file = {};
  expect(sentencesIn(file, 'Once.', true)).not.toBe(sentencesIn(file, 'Once.', true));
  const long = 'It went on. '.repeat(1000);
  expect(sentencesIn(file, long)).not.toBe(sentencesIn(file, long));
});
