import { readFileSync } from 'node:fs';
import { exitCodes, type CommandIo } from './io.ts';

/** `copydesk schema`: the exit code. */
export function schema(file: string, io: CommandIo): number {
  io.stdout(readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8'));
  return exitCodes.ok;
}
