/** Saved pages of all shapes: the article, whole, and nothing of the page around it. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../../src/index.ts';
import {
  expectDeterminism,
  expectFixpoint,
  expectOrder,
  expectTruePlaces,
  expectValid,
} from '../../../support/laws.ts';

interface Expected {
  title: string | null;
  subtitle?: string;
  authors: string[];
  date: string | null;
  publication?: string;
  language?: string;
  url?: string;
  /** The first and the last words of the body. */
  first: string;
  last: string;
  /** How many paragraphs the body has, those in quotations and list items aside. */
  paragraphs: number;
  contains?: string[];
  mustNot?: string[];
  /** The texts of the notes, in order: how each begins. */
  notes?: string[];
  pullQuotes?: string[];
  /** Of the picture above the text. */
  caption?: string;
  credit?: string;
  image?: string;
  /** Of a picture in the text. */
  bodyCaption?: string;
  images?: string[];
  /** The words of links to what the page embeds, which stand in no text of the source. */
  embeds?: string[];
}

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = fileURLToPath(new URL('../../../fixtures/html/pages/', import.meta.url));
const expected = JSON.parse(readFileSync(`${folder}../pages.json`, 'utf8')) as Record<
  string,
  Expected
>;
const pipeline = createPipeline({ cwd: root });
const bare = createPipeline({ cwd: root, config: { plugins: ['masthead'] } });
const load = (name: string) => ({
  value: readFileSync(`${folder}${name}.html`),
  path: `${folder}${name}.html`,
});

it('knows what each page says', () => {
  const names = readdirSync(folder).map((file) => basename(file, '.html'));
  expect(names.sort()).toEqual(Object.keys(expected).sort());
  expect(names.length).toBeGreaterThanOrEqual(20);
});

describe.each(Object.entries(expected))('%s', (name, wanted) => {
  it('is read as its article', async () => {
    const { article, file } = await bare.build({ ...load(name), formats: [] });
    const { metadata, text, blocks } = article;
    expect(metadata.title).toBe(wanted.title);
    expect(metadata.authors.map((author) => author.name)).toEqual(wanted.authors);
    expect(metadata.date?.value ?? null).toBe(wanted.date);
    if (wanted.subtitle !== undefined) expect(metadata.subtitle).toBe(wanted.subtitle);
    if (wanted.publication !== undefined)
      expect(metadata.publication?.name).toBe(wanted.publication);
    if (wanted.language !== undefined) expect(metadata.language).toBe(wanted.language);
    if (wanted.url !== undefined) expect(metadata.url).toBe(wanted.url);
    expect(text.slice(0, wanted.first.length)).toBe(wanted.first);
    expect(text.slice(-wanted.last.length)).toBe(wanted.last);
    expect(blocks.filter(({ type }) => type === 'paragraph')).toHaveLength(wanted.paragraphs);
    for (const words of wanted.contains ?? []) expect(text).toContain(words);
    const printed = [text, JSON.stringify(metadata)].join('\n');
    for (const words of wanted.mustNot ?? []) expect(printed).not.toContain(words);
    const [image] = metadata.images;
    if (wanted.caption !== undefined) expect(image?.caption).toBe(wanted.caption);
    if (wanted.credit !== undefined) expect(image?.credit).toBe(wanted.credit);
    if (wanted.image !== undefined) expect(image?.src).toBe(wanted.image);
    if (wanted.bodyCaption !== undefined)
      expect(metadata.images.map(({ caption }) => caption)).toContain(wanted.bodyCaption);
    for (const src of wanted.images ?? [])
      expect(metadata.images.map((each) => each.src)).toContain(src);
    if (wanted.pullQuotes !== undefined)
      expect(file.data.stated?.pullQuotes?.map((quote) => quote.text)).toEqual(wanted.pullQuotes);
  });

  it('keeps its notes and its quotes', async () => {
    const { article, outputs } = await pipeline.build(load(name));
    const notes = article.citations.filter(({ note }) => note !== null);
    expect(notes).toHaveLength(wanted.notes?.length ?? 0);
    for (const [index, text] of (wanted.notes ?? []).entries()) {
      const [first] = text.split('\n');
      expect(outputs.markdown).toContain(`[^${index + 1}]`);
      expect(
        notes.some(({ rendered }) => rendered.replaceAll('*', '').startsWith(first as string)),
        text,
      ).toBe(true);
    }
    const quotes = article.pullQuotes
      .filter(({ origin }) => origin === 'author')
      .map((quote) => quote.text);
    expect(quotes).toHaveLength(wanted.pullQuotes?.length ?? 0);
  });

  it('keeps the laws', async () => {
    const input = load(name);
    const built = await pipeline.build(input);
    expectValid(JSON.parse(built.outputs.json as string));
    expectOrder(built.article);
    expectTruePlaces(built);
    for (const { source, type, start, end } of built.article.blocks) {
      const isEmbed = wanted.embeds?.includes(built.article.text.slice(start, end)) ?? false;
      if (!isEmbed) expect(source, type).not.toBeNull();
    }
    await expectDeterminism(pipeline, input, built);
    await expectFixpoint(pipeline, built);
  });
});
