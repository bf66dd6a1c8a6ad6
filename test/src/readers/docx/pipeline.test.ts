/** Word files through the whole pipeline, and the command line. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { createPipeline, type Article, type BuildResult } from '../../../../src/index.ts';
import { discover } from '../../../../src/batch/discover.ts';
import type { Outcome } from '../../../../src/batch/outcome.ts';
import { runBatch } from '../../../../src/batch/run.ts';
import {
  expectDeterminism,
  expectFixpoint,
  expectOrder,
  expectValid,
} from '../../../support/laws.ts';
import { docx, image, paragraph, png, read, styled, words, wordsIn } from './docx.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = join(root, 'test/fixtures/docx');
const pipeline = createPipeline({ cwd: root });

function build(name: string): Promise<BuildResult> {
  const path = join(folder, name);
  return pipeline.build({ value: readFileSync(path), path });
}

describe('files that programs made', () => {
  const files = [
    'mill-stream-libreoffice.docx',
    'mill-stream-pandoc.docx',
    'night-library-libreoffice.docx',
    'review-libreoffice.docx',
    'salt-road-pandoc.docx',
  ];

  it.each(files)('%s keeps the laws', async (name) => {
    const path = join(folder, name);
    const input = { value: readFileSync(path), path };
    const built = await pipeline.build(input);
    expectValid(JSON.parse(built.outputs.json as string));
    expectOrder(built.article);
    await expectDeterminism(pipeline, input, built);
    await expectFixpoint(pipeline, built);
    const reasons = built.article.messages.map(({ reason }) => reason);
    const kept = words([built.outputs.markdown, ...reasons].join(' ')).join('');
    expect(wordsIn(input.value).filter((word) => !kept.includes(word))).toEqual([]);
  });

  it.each(files)('%s has no places', async (name) => {
    const { article } = await build(name);
    for (const block of article.blocks) expect(block.source).toBeNull();
    for (const { mentions } of article.entities) {
      for (const { source } of mentions) expect(source).toBeNull();
    }
    for (const { occurrences } of article.citations) {
      for (const { source } of occurrences) expect(source).toBeNull();
    }
    for (const { source } of article.pullQuotes) expect(source).toBeNull();
    for (const { line } of article.messages) expect(line).toBeNull();
    expect(article.source).toMatchObject({ format: 'docx', encoding: 'binary' });
  });

  it('say the same where the same article was written with two programs', () => {
    const trees = ['pandoc', 'libreoffice'].map((program) => {
      const { tree, file } = read(readFileSync(join(folder, `mill-stream-${program}.docx`)));
      return {
        text: toString(tree, { includeImageAlt: false }),
        types: tree.children.map(({ type }) => type),
        stated: file.data.stated?.title,
      };
    });
    expect(trees[0]).toEqual(trees[1]);
    expect(trees[0]?.types).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'list',
      'paragraph',
      'list',
      'paragraph',
      'table',
      'blockquote',
      'paragraph',
      'paragraph',
      'thematicBreak',
      'paragraph',
      'footnoteDefinition',
      'footnoteDefinition',
    ]);
  });
});

describe('an article as text and as a Word file', () => {
  const facts = (article: Article) => ({
    text: article.text,
    title: article.metadata.title,
    authors: article.metadata.authors,
    date: article.metadata.date,
    dateline: article.metadata.dateline,
    notes: article.citations.map(({ note, rendered, kind }) => ({ note, rendered, kind })),
    entities: article.entities.map(({ id, name, type, mentions }) => ({
      id,
      name,
      type,
      mentions: mentions.map(({ in: where, start, text }) => ({ where, start, text })),
    })),
    pullQuotes: article.pullQuotes.map(({ text }) => text),
  });

  it.each([
    ['salt-road', 'pandoc'],
    ['night-library', 'libreoffice'],
  ])('%s (%s) is the same', async (name, program) => {
    const [text, word] = await Promise.all([
      build(`${name}.txt`),
      build(`${name}-${program}.docx`),
    ]);
    expect(facts(word.article)).toEqual(facts(text.article));
    expect(facts(text.article).notes.length).toBeGreaterThan(2);
    expect(facts(text.article).pullQuotes.length).toBeGreaterThan(0);
  });
});

describe('properties of the file', () => {
  const core = '<dc:title>Ferry accounts</dc:title><dc:creator>Ane Holm</dc:creator>';
  const prose =
    'The ferry left the pier at six in the morning, as it had done on every working day since the war.';

  it('are used where the text says nothing', async () => {
    const value = docx({ body: paragraph(prose) + paragraph(prose), core });
    const { article } = await pipeline.build({ value, path: 'ferry.docx' });
    expect(article.metadata).toMatchObject({
      title: 'Ferry accounts',
      authors: [{ name: 'Ane Holm' }],
    });
  });

  it('give way to the text, which is told', async () => {
    const body = styled('Title', 'The Ferry Is Late') + paragraph('By Ib Krag') + paragraph(prose);
    const { article } = await pipeline.build({ value: docx({ body, core }), path: 'ferry.docx' });
    expect(article.metadata).toMatchObject({
      title: 'The Ferry Is Late',
      authors: [{ name: 'Ib Krag' }],
    });
    const told = article.messages.filter(
      ({ ruleId }) => ruleId === 'masthead/conflicting-metadata',
    );
    expect(told.map(({ reason }) => reason).join()).toMatch(/Ferry accounts.*Ane Holm/);
  });
});

describe('in a batch', () => {
  it('images lie where the outputs say, also below folders; a file at fault stops nothing', async () => {
    const input = mkdtempSync(join(tmpdir(), 'copydesk-docx-'));
    const output = join(input, 'out');
    mkdirSync(join(input, 'in/2024'), { recursive: true });
    const body =
      styled('Title', 'The Ferry') +
      paragraph('It sails at six.') +
      paragraph(image('i1', 'A pier'));
    writeFileSync(join(input, 'in/2024/ferry.docx'), docx({ body, images: { i1: png() } }));
    writeFileSync(join(input, 'in/broken.docx'), 'no archive');
    // Word keeps a file of this name beside one that is open.
    writeFileSync(join(input, 'in/2024/~$ferry.docx'), 'Ane Holm');
    const batch = createPipeline({ cwd: input, config: { input: 'in' } });
    const outcomes: Outcome[] = [];
    await runBatch(batch, await discover([], input, join(input, 'in')), {
      output,
      onOutcome: (outcome) => outcomes.push(outcome),
    });
    expect(outcomes.map(({ path, error }) => [basename(path), error?.message])).toEqual([
      ['ferry.docx', undefined],
      ['broken.docx', expect.stringContaining('it is no ZIP archive')],
    ]);
    for (const [extension, link] of [
      ['md', /!\[A pier\]\(([^)]+)\)/],
      ['html', /<img src="([^"]+)"/],
    ] as const) {
      const file = join(output, `2024/ferry.${extension}`);
      const url = link.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
      expect(existsSync(join(dirname(file), url))).toBe(true);
      expect(new Uint8Array(readFileSync(join(dirname(file), url)))).toEqual(png());
    }
  });
});
