/**
 * Fits the confidence of entities to the share of their mentions that are right, and writes `plugins/entities/confidence-data.ts`.
 *
 *     npm run train:confidence -- --data FOLDER
 *
 * FOLDER holds the public corpora (docs/models.md). Run it again whenever the tagger's model has changed. What is fitted is the whole
 * pipeline on text held out of the tagger's training, tweets left out. Prints how often names are right by their confidence: fitted on
 * one half of the documents, counted on the other. `--check` writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { visit } from 'unist-util-visit';
import {
  likelihood,
  logOdds,
  supportOf,
  type ConfidenceLine,
  type Support,
} from '../plugins/entities/confidence.ts';
import type { MentionSource } from '../plugins/entities/model.ts';
import { createPipeline, type EntityType } from '../src/index.ts';
import type { Entity } from '../src/model/index.ts';
import type { ConllDocument } from './entities/conll.ts';
import { readCorpora } from './entities/corpora.ts';
import { paragraphs } from './entities/measure.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    news: { type: 'string', default: 'train/news' },
    check: { type: 'boolean', default: false },
  },
});
if (!values.data) throw new Error('Expected --data FOLDER, the folder of the public corpora');

const types: Record<EntityType, string> = {
  person: 'PER',
  organization: 'ORG',
  place: 'LOC',
  group: 'NORP',
  event: 'EVENT',
  work: 'WORK',
  product: 'PRODUCT',
};

/** A mention that was found: what its entity rests on, and whether it is annotated. */
interface Outcome extends Support {
  right: boolean;
  news: boolean;
  /** Which half of the documents it is in. */
  half: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const pipeline = createPipeline({
  cwd: root,
  config: {
    plugins: [
      'masthead',
      'cleanup',
      'citations',
      { entities: { minConfidence: 0, checks: false } },
    ],
  },
});

/** The mentions that a build finds in a document, each with whether it is right. */
async function outcomesOf(
  document: ConllDocument,
  measured: readonly string[],
): Promise<(Support & { right: boolean })[]> {
  const blocks = paragraphs(document);
  const gold = new Set<string>();
  let value = '';
  for (const { text, starts, ends, names } of blocks) {
    for (const { start, end, type } of names) {
      gold.add(
        `${value.length + (starts[start] ?? 0)} ${value.length + (ends[end - 1] ?? 0)} ${type}`,
      );
    }
    value += `${text}\n\n`;
  }
  const { tree } = await pipeline.build({ value, formats: [] });
  const entities = new Map<string, Entity[]>();
  visit(tree, 'entity', (node: Entity) => {
    const known = entities.get(node.entityId);
    if (known) known.push(node);
    else entities.set(node.entityId, [node]);
  });
  return [...entities.values()].flatMap((nodes) => {
    const evidence = nodes.flatMap(({ data }) => data?.evidence ?? []) as {
      source: MentionSource;
      confidence: number;
    }[];
    const support = supportOf(evidence);
    return nodes
      .filter(({ entityType, position }) => measured.includes(types[entityType]) && position)
      .map(({ entityType, position }) => {
        const place = `${position?.start.offset} ${position?.end.offset} ${types[entityType]}`;
        return { ...support, right: gold.has(place) };
      });
  });
}

/** What is known without data: the surest mention's own confidence, and that each doubling of the mentions says a little. */
const known: ConfidenceLine = { offset: 0, slope: 1, agreement: 0.1 };
/** For how many mentions that counts. */
const weight = 20;

/** A line by gradient steps on the log loss, drawn towards `start`. */
function fit(outcomes: readonly Outcome[], start: ConfidenceLine): ConfidenceLine {
  let { offset, slope, agreement } = start;
  for (let step = 0; step < 6000; step++) {
    let byOffset = weight * 0.25 * (start.offset - offset);
    let bySlope = weight * 0.5 * (start.slope - slope);
    let byAgreement = weight * 0.25 * (start.agreement - agreement);
    for (const outcome of outcomes) {
      const error = Number(outcome.right) - likelihood(outcome, { offset, slope, agreement });
      byOffset += error;
      bySlope += error * logOdds(outcome.best);
      byAgreement += error * Math.log(outcome.mentions);
    }
    const rate = 0.3 / (outcomes.length + weight);
    offset += rate * byOffset;
    slope = Math.max(0.1, slope + rate * bySlope);
    agreement = Math.max(0, agreement + rate * byAgreement);
  }
  return { offset, slope, agreement };
}

type Fit = Partial<Record<MentionSource, ConfidenceLine>>;

function fitAll(outcomes: readonly Outcome[]): Fit {
  const found: Fit = {};
  const all = fit(outcomes, known);
  // The registry is the house's own word. People by their title alone are, where a tagger runs, those that it has missed: that says nothing
  // of where none does.
  for (const source of ['acronym', 'model', 'gazetteer', 'dateline'] as const) {
    const own = outcomes.filter((each) => each.source === source);
    if (own.length > 0) found[source] = fit(own, all);
  }
  return found;
}

const outcomes: Outcome[] = [];
for (const { name, devSource, types: measured } of readCorpora(values.data, values.news)) {
  if (name === 'btc' || name === 'wnut17') continue;
  for (const [index, document] of devSource.entries()) {
    for (const outcome of await outcomesOf(document, measured))
      outcomes.push({ ...outcome, news: name.startsWith('news'), half: index % 2 });
  }
}

const halves = [0, 1].map((half) => fitAll(outcomes.filter((each) => each.half !== half)));
const bounds = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1];
const share = (each: readonly Outcome[]): string =>
  each.length === 0
    ? '-'
    : `${((100 * each.filter(({ right }) => right).length) / each.length).toFixed(0)} % of ${each.length}`;
console.log('confidence     stated  all                news               other');
for (const [index, from] of bounds.slice(0, -1).entries()) {
  const to = bounds[index + 1] as number;
  const group = outcomes.filter((outcome) => {
    const value = likelihood(outcome, halves[outcome.half]?.[outcome.source]);
    return value >= from && (value < to || to === 1);
  });
  const stated =
    group.reduce((sum, each) => sum + likelihood(each, halves[each.half]?.[each.source]), 0) /
    Math.max(1, group.length);
  const cells = [group, group.filter(({ news }) => news), group.filter(({ news }) => !news)];
  console.log(
    `${from.toFixed(2)} to ${to.toFixed(2)}  ${(100 * stated).toFixed(0).padStart(4)} %  ${cells.map((each) => share(each).padEnd(19)).join('')}`,
  );
}

for (const source of new Set(outcomes.map((each) => each.source)))
  console.log(`${source.padEnd(12)} ${share(outcomes.filter((each) => each.source === source))}`);
const lines = Object.entries(fitAll(outcomes)).map(
  ([source, line]) =>
    `  ${source}: { ${Object.entries(line)
      .map(
        ([key, value]) =>
          `${key}: ${value
            .toFixed(3)
            .replace(/\.?0+$/, '')
            .replace(/^-0$/, '0')}`,
      )
      .join(', ')} },`,
);
console.log(lines.join('\n'));
if (!values.check) {
  writeFileSync(
    new URL('../plugins/entities/confidence-data.ts', import.meta.url),
    `// Made by train/entities-confidence.ts. Not to be edited by hand.
import type { ConfidenceLine } from './confidence.ts';
import type { MentionSource } from './model.ts';

/** By what found the surest mention; where there is none, its own confidence counts. */
export const confidenceFit: Readonly<Partial<Record<MentionSource, ConfidenceLine>>> = {
${lines.join('\n')}
};
`,
  );
}
