import { resolve } from 'node:path';
import { visit } from 'unist-util-visit';
import { location } from 'vfile-location';
import { slugOf } from '../../plugins/entities/names.ts';
import { readRegistry, shippedRegistry } from '../../plugins/entities/registry/load.ts';
import { rangeOf } from '../article/body-text.ts';
import type { ArticleEntity, Entity, Mention, MentionEvidence } from '../model/index.ts';
import type { BuildResult, Pipeline } from '../pipeline.ts';
import { builtOutcome } from '../batch/outcome.ts';
import { visible } from '../reporters/harmless.ts';
import { prettyOutcome } from '../reporters/pretty.ts';
import { counted } from '../reporters/summary.ts';
import { inspect, pipelineWith, type InspectFlags, type Inspected } from './inspect.ts';
import type { CommandIo } from './io.ts';
import { shownPath } from './shown-path.ts';
import { formatTable, type Column } from './table.ts';

export interface EntitiesFlags extends InspectFlags {
  json?: boolean;
}

/** Where a mention begins, from 1; null where the format of the article has no places. */
interface Place {
  line: number | null;
  column: number | null;
}

/** A mention as it is shown: with its place, and the reason why it was taken for one. */
interface ShownMention extends Mention, Place {
  why: string;
}

/** An entity as it is shown: with what speaks for it, each reason once. */
interface ShownEntity extends Omit<ArticleEntity, 'mentions'> {
  why: string;
  mentions: ShownMention[];
}

/** Says why a mention was taken for one of an entity. */
type Reason = (entity: ArticleEntity, evidence: MentionEvidence | undefined) => string;

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
      const shown = toShown(article.result, reasonOf);
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

function toShown({ article, file, tree }: BuildResult, reasonOf: Reason): ShownEntity[] {
  const places = location(file);
  const evidence = evidenceIn(tree);
  return article.entities.map(({ mentions, ...entity }) => {
    const shown = mentions.map((mention): ShownMention => {
      const point = mention.source ? places.toPoint(mention.source.start) : undefined;
      const known = evidence.get(evidenceKey(entity.id, mention.source?.start));
      const why = reasonOf({ ...entity, mentions }, known);
      return { ...mention, line: point?.line ?? null, column: point?.column ?? null, why };
    });
    const titles = entity.titles.map((title) => `“${title}”`).join(', ');
    const reasons = distinct(shown.map(({ why }) => withoutFigure(why)));
    return {
      ...entity,
      why: [...reasons, ...(titles === '' ? [] : [titles])].join('; '),
      mentions: shown,
    };
  });
}

/** What speaks for each mention of a tree. Where the format has no places, for one of each entity. */
function evidenceIn(tree: BuildResult['tree']): Map<string, MentionEvidence> {
  const evidence = new Map<string, MentionEvidence>();
  visit(tree, 'entity', (node: Entity) => {
    const key = evidenceKey(node.entityId, rangeOf(node)?.start);
    if (node.data?.evidence && !evidence.has(key)) evidence.set(key, node.data.evidence);
  });
  return evidence;
}

const evidenceKey = (id: string, start: number | undefined): string => `${start ?? ''} ${id}`;

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

/** A reason without the tagger's figure, so that those that differ in it alone are one. */
const withoutFigure = (why: string): string => why.replace(/ \d\.\d\d$/, '');

/** Why something was taken for an entity: by what found it, and where that has it from. */
function reasons(pipeline: Pipeline, cwd: string): Reason {
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
  return ({ id, origin, countryCode }, evidence) => {
    switch (evidence?.source) {
      case 'registry':
        return ownerOf(id) ?? 'registry';
      case 'acronym':
        return 'acronym that the article explains';
      case 'model':
        return `tagger ${tagger} ${evidence.confidence.toFixed(2)}`;
      case 'gazetteer':
        return `built-in lists of places${countryCode === undefined ? '' : ` (${countryCode})`}`;
      case 'dateline':
        return 'form of the dateline';
      case 'pattern':
        return 'title before the name';
      case 'repeat':
        return 'repeats a name found elsewhere';
      default:
        return origin === 'decision' ? 'decided by an editor' : 'marked up in the article';
    }
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

function printArticle(path: string, shown: readonly ShownEntity[]): string {
  const number = shown.length;
  const mentions = shown.reduce((sum, entity) => sum + entity.mentions.length, 0);
  const counts = `${counted(number, 'entity', 'entities')}, ${counted(mentions, 'mention')}`;
  return `${visible(path)}: ${counts}\n\n${formatTable(columns, shown.flatMap(rowsOf))}${number > 0 ? '\n' : ''}`;
}

/** A row for each form of the name, with all its places and why it was found; what is known of the entity stands in the first. */
function rowsOf({ type, name, confidence, origin, titles, mentions }: ShownEntity): string[][] {
  const forms = new Map<string, ShownEntity['mentions']>();
  for (const mention of mentions) {
    const key = `${mention.form} ${mention.text}`;
    const known = forms.get(key);
    if (known) known.push(mention);
    else forms.set(key, [mention]);
  }
  return [...forms.values()].map((same, index) => {
    const { text, form } = same[0] as Mention;
    const roles = index === 0 ? titles.map((title) => `“${title}”`).join(', ') : '';
    const why = [...reasonsOf(same), ...(roles === '' ? [] : [roles])].join('; ');
    const found = [text.replace(/\s+/g, ' '), form, placesOf(same), why];
    return index === 0
      ? [type, name, confidence.toFixed(2), origin, ...found]
      : ['', '', '', '', ...found];
  });
}

/** The reasons of several mentions, each once; of those that differ in a figure the surest. */
function reasonsOf(mentions: ShownEntity['mentions']): string[] {
  const surest = new Map<string, string>();
  for (const { why } of mentions) {
    const known = surest.get(withoutFigure(why));
    if (known === undefined || why > known) surest.set(withoutFigure(why), why);
  }
  return [...surest.values()];
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
