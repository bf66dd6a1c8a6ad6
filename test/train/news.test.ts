import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nameTypes } from '../../plugins/entities/tagger/labels.ts';
import { bioSpans, readConll } from '../../train/entities/conll.ts';

const folder = new URL('../../train/news/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.conll'));

describe('the annotated news', () => {
  it('is there, in documents', () => {
    const documents = files.flatMap((name) => readConll(new URL(name, folder).pathname));
    expect(documents.length).toBeGreaterThan(300);
    expect(documents.flat().length).toBeGreaterThan(2000);
  });

  for (const name of files) {
    it(`${name} bears only labels of the model, and names with clean ends`, () => {
      for (const { words, tags } of readConll(new URL(name, folder).pathname).flat()) {
        for (const { start, end, type } of bioSpans(tags)) {
          const text = words.slice(start, end).join(' ');
          expect(nameTypes, text).toContain(type);
          expect(text, words.join(' ')).not.toMatch(/^(?:the|a|an) |[,;:"”]$/);
          if (type === 'PER')
            expect(text).not.toMatch(/^(?:Mr\.?|Mrs\.?|Ms\.?|Dr\.?|President|Prime Minister) /);
        }
        for (const [index, tag] of tags.entries()) {
          if (tag.startsWith('I-')) expect(tags[index - 1]?.slice(2)).toBe(tag.slice(2));
        }
      }
    });
  }
});
