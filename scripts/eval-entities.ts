/**
 * Measures the names found in annotated text.
 *
 *     tsx scripts/eval-entities.ts FILE.conll...
 *     tsx scripts/eval-entities.ts --dev FOLDER      the held-out parts of the corpora that the model is trained on
 *
 * Sentences are laid out as articles, so that what is measured is what a reader of articles gets: documents at `-DOCSTART-` lines, or
 * every 20 sentences. Prints precision, recall and F1 by type, for exact extent and type, and KB a second.
 * `--tagger` measures the tagger by itself, without the plugin around it; `--model FILE` another model than the one that ships;
 * `--faults N` prints up to N faults of each corpus; `--types A,B` chooses the types.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tagger, taggerOf } from '../plugins/entities/tagger/index.ts';
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
    types: { type: 'string' },
    calibration: { type: 'boolean', default: false },
  },
});

const alone = values.model ? taggerOf(readFileSync(values.model)) : tagger();

/** Finds the names of an article's paragraphs. */
function tag(texts: string[]): Found[] {
  return alone.tag({ blocks: texts.map((text) => ({ text, kind: 'body' })) });
}

interface Job {
  name: string;
  documents: ConllDocument[];
  types: readonly string[];
}

const jobs: Job[] = positionals.map((path) => ({
  name: path,
  documents: readConll(path),
  types: values.types?.split(',') ?? ['PER', 'ORG', 'LOC'],
}));
if (values.dev) {
  for (const { name, devSource, types } of readCorpora(values.dev, values.news)) {
    if (devSource.length)
      jobs.push({ name, documents: devSource, types: values.types?.split(',') ?? types });
  }
}

const percent = (value: number): string => (100 * value).toFixed(1).padStart(6);
const line = (name: string, count: Count): string =>
  `  ${name.padEnd(10)}${percent(precision(count))}${percent(recall(count))}${percent(f1(count))}  ${String(count.annotated).padStart(6)}`;

for (const { name, documents, types } of jobs) {
  const { byType, total, spans, outcomes, characters, seconds } = measure(documents, tag, types);
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
