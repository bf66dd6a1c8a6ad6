import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sentences } from '../../../src/text/index.ts';
import { toNames, type Piece } from './pieces.ts';
import type { TaggedName, Tagger } from './tagger.ts';

const packageName = '@huggingface/transformers';

/** What is used of the package. */
interface Transformers {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  pipeline(
    task: 'token-classification',
    model: string,
    options: { local_files_only: boolean },
  ): Promise<(text: string, options: { ignore_labels: string[] }) => Promise<Piece[]>>;
}

/**
 * A token-classification model that lies in a folder, run by @huggingface/transformers, which is an optional peer.
 *
 * @param model the folder
 * @param load gives the package; by default the one that is installed where the model lies, or above it, in the working directory, or where
 *   copydesk is
 * @throws Error where no folder is given, or there is none.
 */
export function transformersTagger(
  model: string | undefined,
  load?: () => Promise<unknown>,
): Tagger {
  if (model === undefined) {
    throw new Error(
      'Missing option `model`, expected the folder of a token-classification model for `tagger: transformers`',
    );
  }
  const folder = resolve(model);
  if (!existsSync(folder))
    throw new Error(`Unexpected model "${model}": there is no folder ${folder}.`);
  let classify: Promise<(text: string) => Promise<Piece[]>> | undefined;
  return {
    async tag({ blocks }) {
      classify ??= open(folder, load ?? (() => installed(folder)));
      const run = await classify;
      const names: TaggedName[] = [];
      for (const [block, { text }] of blocks.entries()) {
        for (const { start, end } of passages(text)) {
          const passage = text.slice(start, end);
          for (const name of toNames(await run(passage), passage))
            names.push({ ...name, block, start: name.start + start, end: name.end + start });
        }
      }
      return names;
    },
  };
}

/** The package as it is installed. Models lie in projects, so that the project's own is found from there. */
async function installed(folder: string): Promise<unknown> {
  for (const from of [folder, resolve('.')]) {
    let path: string;
    try {
      path = createRequire(join(from, 'package.json')).resolve(packageName);
    } catch {
      continue;
    }
    const module = (await import(pathToFileURL(path).href)) as { default?: unknown };
    return module.default ?? module;
  }
  return (await import(packageName as string)) as unknown;
}

async function open(
  folder: string,
  load: () => Promise<unknown>,
): Promise<(text: string) => Promise<Piece[]>> {
  let library: Transformers;
  try {
    library = (await load()) as Transformers;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    // A package that is there and doesn't run is another matter than one that is missing.
    const missing = code === undefined || code.endsWith('MODULE_NOT_FOUND');
    throw new Error(
      missing
        ? `Missing package ${packageName}, which \`tagger: transformers\` needs. To install it: npm install ${packageName}`
        : `Unexpected failure of the package ${packageName}: ${message}`,
      { cause: error },
    );
  }
  // Nothing is ever fetched: the model is the user's, in a folder.
  library.env.allowRemoteModels = false;
  library.env.allowLocalModels = true;
  library.env.localModelPath = dirname(folder);
  try {
    const run = await library.pipeline('token-classification', basename(folder), {
      local_files_only: true,
    });
    return (text) => run(text, { ignore_labels: [] });
  } catch (error) {
    throw new Error(
      `Unexpected model in ${folder}, expected config.json, tokenizer.json, tokenizer_config.json and onnx/model.onnx of a token-classification model: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

/** Models read some 512 word pieces and cut off what is beyond: no passage has as many. In UTF-16 units. */
const longestPassage = 1000;

/** A text in passages of whole sentences; a sentence that is longer by itself is cut between words. */
function passages(text: string): { start: number; end: number }[] {
  if (text.length <= longestPassage) return [{ start: 0, end: text.length }];
  const result: { start: number; end: number }[] = [];
  for (const sentence of sentences(text)) {
    const last = result.at(-1);
    if (last && sentence.end - last.start <= longestPassage) {
      last.end = sentence.end;
      continue;
    }
    let { start } = sentence;
    while (sentence.end - start > longestPassage) {
      const space = text.lastIndexOf(' ', start + longestPassage);
      const end = space > start ? space : start + longestPassage;
      result.push({ start, end });
      start = end;
    }
    result.push({ start, end: sentence.end });
  }
  return result;
}
