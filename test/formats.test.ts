/** Formats: each that is read with each that is written; and that an article is the same, whichever it comes in. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPipeline, type Article } from '../src/index.ts';
import { readers } from '../src/readers/index.ts';
import { writers } from '../src/writers/index.ts';
import {
  expectDeterminism,
  expectFixpoint,
  expectNothingLost,
  expectOrder,
  expectTruePlaces,
  expectValid,
} from './support/laws.ts';

const folder = fileURLToPath(new URL('fixtures/formats/', import.meta.url));
const articles = ['salt-road', 'night-library', 'harvest'];
const endings = Object.fromEntries(
  Object.entries(readers).map(([format, { extensions }]) => [
    format,
    format === 'text' ? '.txt' : extensions[0],
  ]),
);
const inputOf = (article: string, format: string) => {
  const path = `${folder}${article}/article${endings[format]}`;
  return { value: readFileSync(path), path, date: '2024-10-20' };
};
const pipeline = createPipeline({ cwd: folder });

/** Letters and digits of what is written, without what its form adds. */
function letters(text: string): string {
  return text.replaceAll(/&#?\w+;|\\[nu"\\]/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Formats that list the sources of an article, and don't print it. */
const bibliographies = new Set(['csl', 'bibtex', 'ris']);
const sources: Record<string, string> = {
  'salt-road': 'Nordjyske',
  'night-library': 'Le Progr',
};

describe.each(Object.keys(readers))('%s as', (format) => {
  it.each(Object.keys(writers))('%s', async (written) => {
    for (const article of articles) {
      const { outputs, article: document } = await pipeline.build({
        ...inputOf(article, format),
        formats: [written],
      });
      const output = outputs[written] as string;
      if (bibliographies.has(written)) {
        const source = sources[article];
        if (source !== undefined) expect(output).toContain(source);
        continue;
      }
      if (written === 'json' || written === 'ninjs') JSON.parse(output);
      const all = letters(written === 'html' ? output.replaceAll(/<[^>]*>/g, '') : output);
      expect(all.includes(letters(document.metadata.title as string)), 'title').toBe(true);
      const paragraphs = document.blocks.filter(({ type }) => type === 'paragraph');
      expect(paragraphs.length).toBeGreaterThanOrEqual(4);
      for (const { start, end } of paragraphs) {
        // Notes leave marks within a sentence: its first words stand in every format as they are.
        const words = document.text.slice(start, end).split(/\s+/).slice(0, 5).join(' ');
        expect(all.includes(letters(words)), words).toBe(true);
      }
    }
  });
});

/** What must not depend on the format. A source that is a link has an address more. */
function sameness({ metadata, text, citations, entities, pullQuotes }: Article) {
  const body = text.replaceAll(/\s+/g, ' ');
  return {
    title: metadata.title,
    authors: metadata.authors,
    date: metadata.date,
    body,
    notes: citations.map(({ note, items }) => ({
      note,
      items: items.map((item) => ({ ...item, URL: undefined })),
    })),
    entities: entities.map(({ id, type, name, mentions }) => ({
      id,
      type,
      name,
      mentions: mentions.map((mention) => mention.text),
    })),
    pullQuotes: pullQuotes.map((quote) => quote.text),
  };
}

describe.each(articles)('%s', (name) => {
  it('has the same notes, entities and pull quotes in every format', async () => {
    const plain = sameness((await pipeline.build(inputOf(name, 'text'))).article);
    expect(plain.entities.length).toBeGreaterThan(2);
    expect(plain.pullQuotes.length).toBeGreaterThan(0);
    for (const format of Object.keys(readers)) {
      const { article } = await pipeline.build(inputOf(name, format));
      expect(sameness(article), format).toEqual(plain);
    }
  });

  it.each(Object.keys(readers))('keeps the laws as %s', async (format) => {
    const input = inputOf(name, format);
    const built = await pipeline.build(input);
    expectValid(JSON.parse(built.outputs.json as string));
    expectOrder(built.article);
    expectTruePlaces(built);
    expectNothingLost(built);
    for (const { source } of built.article.blocks) {
      if (format === 'docx') expect(source).toBeNull();
      else expect(source).not.toBeNull();
    }
    await expectDeterminism(pipeline, input, built);
    await expectFixpoint(pipeline, built);
  });
});
