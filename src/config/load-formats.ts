import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorMessage } from '../error-message.ts';
import { isFormatName, writers, type Writer } from '../writers/index.ts';
import { importModule } from './import-plugin.ts';
import type { Settings } from './settings.ts';

/** The writers of formats, by the names that the config gives them. */
export type WriterTable = Readonly<Record<string, Writer>>;

/** An ending of a file's name: no folder, and nothing that would lead out of one. */
const validExtension = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u;

/**
 * The writers that copydesk ships and those of the house that the config lists.
 *
 * @throws ConfigError where one can't be loaded or is no writer, or where two that are listed would write the same file.
 */
export async function loadFormats(settings: Settings): Promise<WriterTable> {
  const table: Record<string, Writer> = { ...writers };
  const owners = new Map<string, string>();
  for (const [index, name] of settings.formats.entries()) {
    const path = ['formats', index];
    if (!isFormatName(name)) table[name] = await loadWriter(name, settings, path);
    const { extension } = table[name] as Writer;
    const owner = owners.get(extension);
    if (owner !== undefined && owner !== name) {
      throw settings.source.error(
        `Unexpected format "${name}": it writes files with the ending ".${extension}", as "${owner}" does.`,
        path,
      );
    }
    owners.set(extension, name);
  }
  return table;
}

async function loadWriter(
  name: string,
  { root, source }: Settings,
  path: readonly (string | number)[],
): Promise<Writer> {
  const file = resolve(root, name);
  if (!existsSync(file)) {
    throw source.error(`Unexpected format "${name}": there is no file ${file}.`, path);
  }
  let exported: unknown;
  try {
    exported = (await importModule(file, true)).default;
  } catch (error) {
    const reason = errorMessage(error);
    throw Object.assign(
      source.error(`Unexpected failure to load format "${name}": ${reason}`, path),
      { cause: error },
    );
  }
  const { extension, write } = (exported ?? {}) as Partial<Writer>;
  if (typeof write !== 'function' || typeof extension !== 'string') {
    throw source.error(
      `Unexpected format "${name}": its default export is no writer, expected { extension, write }.`,
      path,
    );
  }
  if (!validExtension.test(extension)) {
    throw source.error(
      `Unexpected ending "${extension}" of format "${name}", expected letters, digits and dots: "newsletter.html".`,
      path,
    );
  }
  return { extension, write };
}
