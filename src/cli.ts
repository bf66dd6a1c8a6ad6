#!/usr/bin/env node
import { run } from './cli/program.ts';

const { stdin, stdout, stderr, env } = process;
const interactive = Boolean(stderr.isTTY) && !env['CI'];

async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: (text) => void stdout.write(text),
  stderr: (text) => void stderr.write(text),
  stdin: readStdin,
  interactive,
  color: wantsColor(),
  columns: stderr.columns,
  env,
  now: () => performance.now(),
});

/** FORCE_COLOR and NO_COLOR are conventions of most programs: https://force-color.org, https://no-color.org */
function wantsColor(): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return Boolean(stderr.isTTY) && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
