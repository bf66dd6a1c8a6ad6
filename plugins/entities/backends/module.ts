import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tagger } from './tagger.ts';

/**
 * A tagger out of a module of the house's own: its default export is a `Tagger`, or a function (also asynchronous) that makes one.
 * TypeScript is read as it is.
 *
 * @throws Error where there is no such file. What is wrong inside of it is told with the first article.
 */
export function moduleTagger(path: string): Tagger {
  const file = resolve(path);
  if (!existsSync(file)) {
    throw new Error(
      `Unexpected tagger "${path}": there is no file ${file}. Expected builtin, transformers, registry-only, or the path of a module that begins with "./".`,
    );
  }
  let loaded: Promise<Tagger> | undefined;
  return {
    async tag(document) {
      loaded ??= load(path, file);
      return (await loaded).tag(document);
    },
  };
}

async function load(path: string, file: string): Promise<Tagger> {
  const { createJiti } = await import('jiti');
  const module = /\.[cm]?tsx?$/.test(file)
    ? await createJiti(import.meta.url).import<{ default?: unknown }>(file)
    : ((await import(pathToFileURL(file).href)) as { default?: unknown });
  const exported: unknown =
    typeof module.default === 'function'
      ? await (module.default as () => unknown)()
      : module.default;
  if (typeof (exported as Tagger | undefined)?.tag !== 'function') {
    throw new Error(
      `Unexpected default export of the tagger "${path}", expected an object with a method \`tag\`, or a function that makes one`,
    );
  }
  return exported as Tagger;
}
