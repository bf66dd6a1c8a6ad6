import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { generateArticle } from '../../../../bench/articles.ts';
import { unpackModel } from '../../../../plugins/entities/tagger/model.ts';
import { Scorer } from '../../../../plugins/entities/tagger/scorer.ts';
import { SequenceTagger, type SentenceUnit } from '../../../../plugins/entities/tagger/sequence.ts';
import { sentences } from '../../../../src/text/sentences.ts';
import { placesOf, tokens } from '../../../../src/text/tokens.ts';

const parts = unpackModel(
  readFileSync(new URL('../../../../plugins/entities/tagger/model.bin', import.meta.url)),
);

function unitsOf(text: string): SentenceUnit[] {
  return sentences(text).map(({ start, end }) => {
    const places = placesOf(tokens(text, start, end));
    return { text, places, from: 0, to: places.starts.length };
  });
}

const sport =
  'The coach said the striker scored two goals in the final, and the team won the league title. ';
const articles = [
  generateArticle(11, 1, { length: 12_000, format: 'text' }).content,
  generateArticle(11, 2, { length: 4000, format: 'text' }).content.toUpperCase(),
  `${sport.repeat(40)} Tokayev met Putin in Astana. Kassym-Jomart Tokayev went home. ${sport.repeat(30)}`,
  'One word',
  '',
];

describe('a document of which not all sentences are held at once', () => {
  it.each(articles.map((text, index) => [index, text] as const))(
    'has the names that it has as a whole: %i',
    (_, text) => {
      const units = unitsOf(text);
      const whole = new SequenceTagger(new Scorer(parts)).tag(units);
      for (const most of [1, 100, 1500]) {
        const tagger = new SequenceTagger(new Scorer(parts), most);
        expect(tagger.tag(units)).toEqual(whole);
        // And again, after what was read before.
        expect(tagger.tag(units)).toEqual(whole);
      }
      if (text.length > 100) expect(whole.flat().length).toBeGreaterThan(1);
    },
  );
});
