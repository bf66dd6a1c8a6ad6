import { existsSync } from 'node:fs';
import { tagger as builtin } from '../tagger/index.ts';
import { checkNames, type TaggedName, type Tagger, type TaggerBlock } from './tagger.ts';
import { moduleTagger } from './module.ts';
import { transformersTagger } from './transformers.ts';

/** The tagger that the options ask for; undefined for none. */
export function taggerFor(
  choice: string | Tagger | undefined,
  model: string | undefined,
): Tagger | undefined {
  if (typeof choice === 'object') return choice;
  switch (choice ?? 'builtin') {
    case 'registry-only':
      return undefined;
    case 'builtin':
      if (choice === undefined && !existsSync(new URL('../tagger/model.bin', import.meta.url)))
        return undefined;
      // The weights are read with the first article, not when the plugin is attached.
      return { tag: (document) => builtin().tag(document) };
    case 'transformers':
      return transformersTagger(model);
    default:
      return moduleTagger(choice as string);
  }
}

/** The names that a tagger finds; a promise where it is asynchronous. */
export function namesOf(
  tagger: Tagger | undefined,
  blocks: readonly TaggerBlock[],
): TaggedName[] | Promise<TaggedName[]> {
  if (!tagger || blocks.length === 0) return [];
  const names = tagger.tag({ blocks });
  return isPromise(names)
    ? names.then((each) => checkNames(each, blocks))
    : checkNames(names, blocks);
}

function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  return typeof (value as Promise<Value> | undefined)?.then === 'function';
}
