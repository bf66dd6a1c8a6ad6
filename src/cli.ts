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
  color: env['FORCE_COLOR'] ? true : interactive && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  now: () => performance.now(),
});
