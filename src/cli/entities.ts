import { relative, resolve, sep } from 'node:path';
import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { slugOf } from '../../plugins/entities/names.ts';
import { readRegistry, shippedRegistry } from '../../plugins/entities/registry/load.ts';
import type { ArticleEntity, Mention } from '../model/index.ts';
import type { Pipeline } from '../pipeline.ts';
import { builtOutcome } from '../batch/outcome.ts';
import { prettyOutcome } from '../reporters/pretty.ts';
import { inspect, pipelineWith, type InspectFlags, type Inspected } from './inspect.ts';
import type { CommandIo } from './io.ts';
import { formatTable, type Column } from './table.ts';

export interface EntitiesFlags extends InspectFlags {
  json?: boolean;
}

/** Where a mention begins, from 1; null where the format of the article has no places. */
interface Place {
  line: number | null;
  column: number | null;
}

/** An entity as it is shown: with the reason why it was taken for one, and the places of its mentions. */
interface ShownEntity extends Omit<ArticleEntity, 'mentions'> {
  why: string;
  mentions: (Mention & Place)[];
}

const columns: readonly Column[] = [
  { title: 'type' },
  { title: 'entity', width: 40 },
  { title: 'confidence', align: 'right' },
  { title: 'origin' },
  { title: 'found as', width: 40 },
  { title: 'form' },
  { title: 'where', width: 30 },
  { title: 'why', width: 60 },
];

/** How many places of a name are printed. */
const shownPlaces = 6;

/** `copydesk entities`: the exit code. */
export async function entities(
  files: string[],
  flags: EntitiesFlags,
  io: CommandIo,
): Promise<number> {
  const pipeline = await pipelineWith('entities', flags, io);
  const reasonOf = reasons(pipeline, io.cwd);
  const documents: object[] = [];
  const code = await inspect(files, pipeline, flags, io, (article) => {
    if (article.error) documents.push({ path: article.path, error: article.error.message });
    else {
      const shown = toShown(article.result.article.entities, article.result.file, reasonOf);
      documents.push({ path: article.path, entities: shown });
      if (!flags.json) {
        io.stdout(printArticle(article.path, shown));
        io.stderr(remarksOf(article, io));
      }
    }
  });
  if (flags.json) io.stdout(`${JSON.stringify(documents, undefined, 2)}\n`);
  return code;
}

function toShown(
  all: readonly ArticleEntity[],
  file: VFile,
  reasonOf: (entity: ArticleEntity) => string,
): ShownEntity[] {
  const places = location(file);
  return all.map(({ mentions, ...entity }) => ({
    ...entity,
    why: reasonOf({ ...entity, mentions }),
    mentions: mentions.map((mention) => {
      const point = mention.source ? places.toPoint(mention.source.start) : undefined;
      return { ...mention, line: point?.line ?? null, column: point?.column ?? null };
    }),
  }));
}

/** Why something was taken for an entity, as far as the article document and the registry tell. */
function reasons(pipeline: Pipeline, cwd: string): (entity: ArticleEntity) => string {
  const { registry, tagger } = optionsOf(pipeline);
  let owners: Map<string, string> | undefined;
  const ownerOf = (id: string): string | undefined => {
    // A large registry takes a while to be read, and not every article names anything of it.
    owners ??= new Map(
      registryFiles(registry, pipeline).flatMap((path) =>
        readRegistry(path).flatMap(({ id, demonyms: [people] }) => {
          const owner = `entry ${id} of ${shownPath(path, cwd)}`;
          // The people of a place have no entry of their own.
          const group = people === undefined ? [] : [[`group/${slugOf(people)}`, owner] as const];
          return [[id, owner] as const, ...group];
        }),
      ),
    );
    return owners.get(id);
  };
  const whyOf = ({ id, origin, countryCode }: ArticleEntity): string => {
    switch (origin) {
      case 'registry': {
        const owner = ownerOf(id);
        if (owner !== undefined) return owner;
        return `built-in lists of places${countryCode === undefined ? '' : ` (${countryCode})`}`;
      }
      case 'acronym':
        return 'acronym that the article explains';
      case 'markup':
        return 'marked up in the article';
      case 'decision':
        return 'decided by an editor';
      case 'model':
        return tagger === 'registry-only'
          ? 'title or role beside the name'
          : `words and context (tagger: ${tagger})`;
    }
  };
  return (entity) => {
    const { titles } = entity;
    const titled = titles.length > 0 ? `; ${titles.map((title) => `“${title}”`).join(', ')}` : '';
    return `${whyOf(entity)}${titled}`;
  };
}

function optionsOf(pipeline: Pipeline): { registry: unknown; tagger: string } {
  const request = pipeline.settings.plugins.find(({ name }) => name === 'entities');
  const options = (request?.options ?? {}) as { registry?: unknown; tagger?: unknown };
  const { registry, tagger } = options;
  return { registry, tagger: typeof tagger === 'string' ? tagger : 'builtin' };
}

function registryFiles(registry: unknown, { settings }: Pipeline): string[] {
  if (registry === undefined) return [shippedRegistry()].filter((path) => path !== undefined);
  return [registry].flat().map((path) => resolve(settings.root, String(path)));
}

/** A path as it is shortest to read: files of a folder above the working directory with their whole path. */
function shownPath(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return (near.startsWith('..') ? path : near).split(sep).join('/');
}

function printArticle(path: string, shown: readonly ShownEntity[]): string {
  const number = shown.length;
  const mentions = shown.reduce((sum, entity) => sum + entity.mentions.length, 0);
  const counts = `${number} ${number === 1 ? 'entity' : 'entities'}, ${mentions} ${mentions === 1 ? 'mention' : 'mentions'}`;
  return `${path}: ${counts}\n\n${formatTable(columns, shown.flatMap(rowsOf))}${number > 0 ? '\n' : ''}`;
}

/** A row for each form of the name, with all its places; what is known of the entity stands in the first. */
function rowsOf({ type, name, confidence, origin, why, mentions }: ShownEntity): string[][] {
  const forms = new Map<string, ShownEntity['mentions']>();
  for (const mention of mentions) {
    const key = `${mention.form} ${mention.text}`;
    const known = forms.get(key);
    if (known) known.push(mention);
    else forms.set(key, [mention]);
  }
  return [...forms.values()].map((same, index) => {
    const { text, form } = same[0] as Mention;
    const found = [text.replace(/\s+/g, ' '), form, placesOf(same)];
    return index === 0
      ? [type, name, confidence.toFixed(2), origin, ...found, why]
      : ['', '', '', '', ...found, ''];
  });
}

function placesOf(mentions: ShownEntity['mentions']): string {
  const places = mentions.map(({ line, column, in: where }) => {
    const place = line === null ? '' : `${line}:${column ?? 1}`;
    if (where === 'body') return place === '' ? 'body' : place;
    return place === '' ? where : `${place} (${where})`;
  });
  const rest = places.length - shownPlaces;
  return [...places.slice(0, shownPlaces), ...(rest > 0 ? [`+${rest}`] : [])].join(', ');
}

/** What the plugin has to say to the editor: an ambiguous name is in no table, and looked for there. */
function remarksOf(
  { path, result }: Extract<Inspected, { result: unknown }>,
  { color }: CommandIo,
): string {
  const { article, file } = result;
  const messages = article.messages.filter(({ ruleId }) => ruleId.startsWith('entities/'));
  const outcome = builtOutcome(path, { ...article, messages }, file);
  return prettyOutcome(outcome, { color, quiet: false });
}
