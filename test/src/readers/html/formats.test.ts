/** The format that an article came in changes nothing of what it says; our own pages are read as others are. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createPipeline, type Article } from '../../../../src/index.ts';
import { expectFixpoint, expectTruePlaces } from '../../../support/laws.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const pipeline = createPipeline({ cwd: root });

function printed({ metadata, text, citations, entities, pullQuotes }: Article) {
  return {
    title: metadata.title,
    subtitle: metadata.subtitle,
    authors: metadata.authors,
    date: metadata.date?.value,
    publication: metadata.publication,
    text,
    notes: citations
      .filter(({ note }) => note !== null)
      .map(({ note, rendered, occurrences }) => ({ note, rendered, marks: occurrences.length })),
    entities: entities.map(({ id, name }) => ({ id, name })),
    pullQuotes: pullQuotes.map((quote) => quote.text),
  };
}

/** A page around raw text whose first blocks are its masthead. */
function pageOf(text: string): string {
  const blocks = text.trim().split(/\n\s*\n/);
  const inline = (words: string): string =>
    words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '<br>\n');
  const [title, ...rest] = blocks.map(inline);
  return [
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body>',
    '<div class="main-nav"><a href="/">Home</a> <a href="/news">News</a></div><main><article>',
    `<h1>${title}</h1>`,
    ...rest.map((words) =>
      /^[A-Z][^.]{3,40}$/.test(words) && !/\d|^By /.test(words)
        ? `<h2>${words}</h2>`
        : `<p>${words}</p>`,
    ),
    '</article></main><footer><a href="/terms">Terms</a> <a href="/about">About</a></footer></body></html>',
  ].join('\n');
}

const articles = {
  harvest: `Wheat Waits in Odun Harbour

By Ada Lindqvist

October 11, 2022

ODUN — Forty ships were waiting off the breakwater on Tuesday, the harbour master said (Reuters, October 10), and none had moved for a week. “We have never counted so many,” said the harbour master, Tomas Reyl.

The grain was sold in spring (Financial Times, May 3, 2022), long before the strait was closed. Insurers raised their rates twice in September (Lloyd’s List, September 12; Reuters, September 27) and stopped quoting in October (Reuters, October 10).

What will become of the crop is anyone’s guess. The ministry has promised silos for a third of it, and farmers in the south have begun to sell at half the price. “A harvest is no use to anyone in a hole in the ground,” said Reyl, who has worked in the harbour since he was sixteen.`,
  trains: `The Slow Return of the Night Train

By Paul Renner

The first sleeper to the coast in eleven years left on a Friday with every berth taken, and arrived forty minutes early (Le Monde, March 4, 2023). The railway had not planned for that, and nobody was there to unlock the station.

Demand has outrun the carriages. According to the operator, nine in ten places are sold a month ahead (Der Spiegel, June 18, 2023), while the workshop that refits the old cars can finish two a month (The Guardian, July 2, 2023).

What travellers want is simple: a bed, a door, and coffee. What they get is a lottery, and they come back all the same (Le Monde, March 4, 2023). That is the best argument that the night train has, and it is one that no ministry has paid for.`,
  library: `A Library Counts Its Missing Books

By Mina Aldous

June 2, 2021

The inventory took two winters, and at the end of it the city library of Tarn knew that it had lost 4,112 books, about one in ninety (The Times, May 28, 2021). Most had gone in the years in which the reading room had no attendant.

Some came back when the number was printed. A retired teacher returned eleven atlases in a wheelbarrow & apologised to the porter; a box of novels stood at the gate one morning with no name on it (Tarn Courier, May 31, 2021).

The director has decided not to ask questions. “A book that is home is home,” she said, and had a second shelf put up for what may follow. By the end of the month it was full.`,
};

describe('an article as text and as a page', () => {
  it.each(Object.entries(articles))('says the same: %s', async (_, text) => {
    const plain = await pipeline.build({ value: text, path: 'article.txt' });
    const page = await pipeline.build({ value: pageOf(text), path: 'article.html' });
    expect(page.article.citations.length).toBeGreaterThan(0);
    expect(printed(page.article)).toEqual(printed(plain.article));
    expectTruePlaces(page);
  });
});

describe('our own pages', () => {
  it.each([
    'ferry-wire-report.txt',
    'harvest-across-the-strait.txt',
    'night-trains-review.txt',
    'the-river-clock.md',
  ])('read back: %s', async (name) => {
    const first = await pipeline.build({
      value: readFileSync(`${root}/input/${name}`),
      path: name,
      formats: ['html'],
    });
    const again = await pipeline.build({ value: first.outputs.html as string, path: 'again.html' });
    const [before, after] = [first.article, again.article];
    expect(after.metadata.title).toBe(before.metadata.title);
    expect(after.metadata.subtitle).toBe(before.metadata.subtitle);
    expect(after.metadata.authors).toEqual(before.metadata.authors);
    expect(after.metadata.date?.value).toBe(before.metadata.date?.value);
    expect(after.metadata.publication?.name).toBe(before.metadata.publication?.name);
    expect(after.metadata.images.map(({ caption }) => caption)).toEqual(
      before.metadata.images.map(({ caption }) => caption),
    );
    expect(after.text).toBe(before.text);
    const notes = (article: Article) =>
      article.citations.filter(({ note }) => note !== null).map(({ rendered }) => rendered);
    expect(notes(after)).toEqual(notes(before));
    expect(after.pullQuotes.map((quote) => quote.text)).toEqual(
      before.pullQuotes.map((quote) => quote.text),
    );
    await expectFixpoint(pipeline, again);
  });
});
