/**
 * Measures the names found in annotated text.
 *
 *     npm run eval:entities -- FILE.conll...
 *     npm run eval:entities -- --dev FOLDER      the held-out parts of the corpora that the model is trained on
 *
 * Sentences are laid out as articles, so that what is measured is what a reader of articles gets: documents at `-DOCSTART-` lines, or
 * every 20 sentences. Prints precision, recall and F1 by type, for exact extent and type, and KB a second.
 * `--tagger` measures the tagger by itself, without the pipeline around it; `--model FILE` the same with another model than the one that
 * ships; `--plugins A,B` names the plugins that run; `--labels A,B` chooses the types that count; `--calibration` prints how often
 * names are right by their confidence.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tagger, taggerOf } from '../plugins/entities/tagger/index.ts';
import { createPipeline, type EntityType } from '../src/index.ts';
import { readConll, type ConllDocument } from '../train/entities/conll.ts';
import { readCorpora } from '../train/entities/corpora.ts';
import {
  f1,
  measure,
  precision,
  recall,
  type Count,
  type Found,
} from '../train/entities/measure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dev: { type: 'string' },
    news: { type: 'string', default: 'train/news' },
    model: { type: 'string' },
    tagger: { type: 'boolean', default: false },
    labels: { type: 'string' },
    plugins: { type: 'string', default: 'masthead,cleanup,citations,entities' },
    calibration: { type: 'boolean', default: false },
  },
});

const types: Record<EntityType, string> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  group: 'NORP',
  event: 'EVENT',
  work: 'WORK',
  product: 'PRODUCT',
};

/** Finds the names of an article's paragraphs. */
type Finder = (texts: string[]) => Found[] | Promise<Found[]>;

/** The tagger by itself. */
function taggerFinder(): Finder {
  const alone = values.model ? taggerOf(readFileSync(values.model)) : tagger();
  return (texts) => alone.tag({ blocks: texts.map((text) => ({ text, kind: 'body' })) });
}

/** What a build finds, with every option at its default: the article is read as a text file. */
function pipelineFinder(): Finder {
  const pipeline = createPipeline({
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    config: { plugins: values.plugins.split(',') },
  });
  return async (texts) => {
    const starts: number[] = [];
    let value = '';
    for (const text of texts) {
      starts.push(value.length);
      value += `${text}\n\n`;
    }
    const { article } = await pipeline.build({ value, formats: [] });
    const found: Found[] = [];
    for (const { type, confidence, mentions } of article.entities) {
      for (const { source } of mentions) {
        if (!source) continue;
        const block = starts.findLastIndex((start) => start <= source.start);
        const offset = starts[block] ?? 0;
        found.push({
          block,
          start: source.start - offset,
          end: source.end - offset,
          type: types[type],
          confidence,
        });
      }
    }
    return found;
  };
}

const find = values.tagger || values.model ? taggerFinder() : pipelineFinder();

interface Job {
  name: string;
  documents: ConllDocument[];
  types: readonly string[];
}

const jobs: Job[] = positionals.map((path) => ({
  name: path,
  documents: readConll(path),
  types: values.labels?.split(',') ?? ['PER', 'ORG', 'LOC'],
}));
if (values.dev) {
  for (const { name, devSource, types } of readCorpora(values.dev, values.news)) {
    if (devSource.length)
      jobs.push({ name, documents: devSource, types: values.labels?.split(',') ?? types });
  }
}

const percent = (value: number): string => (100 * value).toFixed(1).padStart(6);
const line = (name: string, count: Count): string =>
  `  ${name.padEnd(10)}${percent(precision(count))}${percent(recall(count))}${percent(f1(count))}  ${String(count.annotated).padStart(6)}`;

for (const { name, documents, types } of jobs) {
  const { byType, total, spans, outcomes, characters, seconds } = await measure(
    documents,
    find,
    types,
  );
  console.log(
    `${name}: ${String(documents.length)} documents, ${(characters / 1000 / seconds).toFixed(0)} KB/s`,
  );
  console.log('  type           P     R    F1   names');
  for (const [type, count] of byType) if (count.annotated) console.log(line(type, count));
  console.log(line('all', total));
  console.log(line('extent', spans));
  if (values.calibration) {
    for (let from = 0; from < 1; from += 0.1) {
      const group = outcomes.filter(
        ({ confidence }) => confidence >= from && confidence < from + 0.1 + (from > 0.85 ? 1 : 0),
      );
      const right = group.filter((each) => each.right).length;
      console.log(
        `  confidence ${from.toFixed(1)}: ${String(group.length).padStart(5)} names, ${percent(group.length ? right / group.length : 0)} right`,
      );
    }
  }
}
