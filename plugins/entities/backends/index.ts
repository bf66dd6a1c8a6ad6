import { fileURLToPath } from 'node:url';
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
      return builtinTagger();
    case 'transformers':
      return transformersTagger(model);
    default:
      return moduleTagger(choice as string);
  }
}

/** The tagger that ships. Its weights are read with the first article, not when the plugin is attached. */
export function builtinTagger(load: () => Tagger = builtin): Tagger {
  return { tag: (article) => loaded(load).tag(article) };
}

/** @throws Error where the model's file is missing or damaged */
function loaded(load: () => Tagger): Tagger {
  try {
    return load();
  } catch (error) {
    const file = fileURLToPath(new URL('../tagger/model.bin', import.meta.url));
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Error(
      `${missing ? 'Missing' : 'Unexpected content of'} the name tagger’s model, ${file}. Install copydesk again, or set the option \`tagger\` of the plugin entities to registry-only to do without.`,
      { cause: error },
    );
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
