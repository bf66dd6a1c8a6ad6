/**
 * Names in the text: who and what an article speaks of.
 *
 * Wraps each mention in an `Entity` node and fills `file.data.entities`.
 */
import type { Root } from 'mdast';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { toMarkdownExtension } from '../../src/model/index.ts';
import { isEnglish, reportOtherLanguage } from '../../src/text/index.ts';
import { namesOf, taggerFor } from './backends/index.ts';
import type { TaggedName, TaggerBlock } from './backends/tagger.ts';
import { readDocument, type Block } from './document.ts';
import { recognise } from './recognise.ts';
import type { ReadBlock } from './tagger/index.ts';
import { toSettings, type EntitiesOptions, type Settings } from './options.ts';
import { loadRegistry, shippedRegistry } from './registry/load.ts';

export { optionsSchema, type EntitiesOptions } from './options.ts';
export type { NameType, TaggedName, Tagger, TaggerBlock } from './backends/tagger.ts';

/** What it should come after, and why. */
export const order = {
  after: {
    masthead: 'names in bylines and publication lines are none of the text',
    cleanup: 'damaged characters hide names',
    citations: 'outlets and authors in citations are no names of the text',
  },
} as const;

/**
 * Finds people, organisations, places, groups, events, works and products.
 *
 * Returns a promise where the tagger is asynchronous, and works synchronously otherwise.
 *
 * @throws Error where a registry or a tagger that the options name can't be used.
 */
export default function entities(
  this: Processor | void,
  options?: Readonly<EntitiesOptions> | null,
): (tree: Root, file: VFile) => void | Promise<void> {
  const settings = toSettings(options ?? {});
  const registry = loadRegistry(registryFiles(options?.registry));
  const isBuiltin = (options?.tagger ?? 'builtin') === 'builtin';
  const tagger = taggerFor(options?.tagger, options?.model);
  if (this) (this.data().toMarkdownExtensions ??= []).push(toMarkdownExtension);

  return (tree, file) => {
    const blocks = readDocument(tree, file);
    const finish = (names: readonly TaggedName[]): void =>
      recognise(blocks, names, registry, forLanguage(settings, isEnglish(tree, file)), file);
    // The tagger that ships has learnt from English; another may know any language.
    const knowsLanguage = !isBuiltin || isEnglish(tree, file);
    if (!knowsLanguage) reportOtherLanguage(tree, file);
    const given = isBuiltin ? blocks.map(toReadBlock) : blocks.map(toTaggerBlock);
    const names = knowsLanguage ? namesOf(tagger, given) : [];
    return names instanceof Promise ? names.then(finish) : finish(names);
  };
}

/** Places that are told from other words by English ones, and checks of English usage, are for English alone. */
function forLanguage(settings: Settings, english: boolean): Settings {
  if (english) return settings;
  const checks = { ...settings.checks };
  for (const name of Object.keys(checks) as (keyof typeof checks)[]) checks[name] = false;
  return { ...settings, places: false, checks };
}

/** What the tagger that ships needs not work out again. */
function toReadBlock({ text, context, sentences, starts, ends, known }: Block): ReadBlock {
  return { text, kind: context, sentences, places: { starts, ends }, known };
}

function toTaggerBlock({ text, context, sentences }: Block): TaggerBlock {
  return { text, kind: context, sentences };
}

function registryFiles(registry: EntitiesOptions['registry']): string[] {
  if (registry !== undefined) return typeof registry === 'string' ? [registry] : registry;
  const shipped = shippedRegistry();
  return shipped === undefined ? [] : [shipped];
}
