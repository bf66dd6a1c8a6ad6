import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { createColors } from 'picocolors';
import { InputError } from '../batch/input-error.ts';
import { writeWhole } from '../batch/write-file.ts';
import { didYouMean } from '../config/suggest.ts';
import { entityTypes } from '../../plugins/entities/registry/entry.ts';
import type { EntityType } from '../model/index.ts';
import { decode } from '../readers/decode.ts';
import {
  importMark,
  ImportError,
  importRegistry,
  printRegistry,
  type ImportResult,
  type Remark,
} from '../registry-import/index.ts';
import { counted } from '../reporters/summary.ts';
import { exitCodes, UsageError, type CommandIo } from './io.ts';
import { shownPath } from './shown-path.ts';

export interface EntitiesImportFlags {
  /** A file, or `-` for standard output. */
  out: string;
  type?: string;
  force?: boolean;
}

/** `copydesk entities import`: the exit code. */
export async function importEntities(
  file: string,
  flags: EntitiesImportFlags,
  io: CommandIo,
): Promise<number> {
  const type = checkedType(flags.type);
  const path = resolve(io.cwd, file);
  const text = decode(await read(path, file)).value;
  const result = imported(text, type, file);
  const out = resolve(io.cwd, flags.out);
  const format = flags.out.endsWith('.json') ? 'json' : 'yaml';
  const isWritten = result.entries.length > 0;
  if (isWritten) {
    const content = printRegistry(result.entries, basename(file), format);
    if (flags.out === '-') io.stdout(content);
    else {
      if (!flags.force) await checkReplaced(out, flags.out);
      await writeWhole(out, content);
    }
  }
  io.stderr(printRemarks(result.remarks, shownPath(path, io.cwd), io.color));
  const errors = result.remarks.filter(({ severity }) => severity === 'error').length;
  const target = flags.out === '-' || !isWritten ? '' : ` to ${shownPath(out, io.cwd)}`;
  io.stderr(
    isWritten
      ? `${counted(result.entries.length, 'entity', 'entities')} written${target}\n`
      : 'No entities found, and nothing written\n',
  );
  return errors > 0 || !isWritten ? exitCodes.findings : exitCodes.ok;
}

function checkedType(type: string | undefined): EntityType | undefined {
  if (type === undefined || (entityTypes as readonly string[]).includes(type)) {
    return type as EntityType | undefined;
  }
  throw new UsageError(
    `Unexpected type "${type}", expected one of ${entityTypes.join(', ')}.${didYouMean(type, entityTypes)}`,
  );
}

async function read(path: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file.' : message;
    throw new InputError(`Unexpected input "${name}": ${reason}`);
  }
}

function imported(text: string, type: EntityType | undefined, file: string): ImportResult {
  try {
    return importRegistry(text, { type });
  } catch (error) {
    if (error instanceof ImportError) throw new InputError(`${file}: ${error.message}`);
    throw error;
  }
}

/** What an import has made may be made again; a registry that is kept by hand must not be lost. */
async function checkReplaced(path: string, name: string): Promise<void> {
  if (!existsSync(path)) return;
  const known = await readFile(path, 'utf8');
  if (known.startsWith(importMark)) return;
  throw new UsageError(
    `Unexpected file "${name}", which no import has made. --force replaces it; --out names another.`,
  );
}

function printRemarks(remarks: readonly Remark[], path: string, color: boolean): string {
  if (remarks.length === 0) return '';
  const paint = createColors(color);
  const width = remarks.reduce((most, { line }) => Math.max(most, String(line).length), 0);
  const lines = remarks.map(({ line, severity, reason }) => {
    const kind = severity === 'error' ? paint.red('error  ') : paint.yellow('warning');
    return `  ${paint.dim(String(line).padStart(width))}  ${kind}  ${reason}\n`;
  });
  return `${paint.underline(path)}\n${lines.join('')}`;
}
