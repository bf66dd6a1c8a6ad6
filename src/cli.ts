#!/usr/bin/env node
import type { Interruption } from './cli/io.ts';
import { run } from './cli/program.ts';

const { stderr, env } = process;
const interactive = Boolean(stderr.isTTY) && !env['CI'];

async function readStdin(most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    length += (chunk as Uint8Array).length;
    if (length > most) break;
  }
  return Buffer.concat(chunks);
}

/** The first signal lets a command end in its own way; a second one ends the process. */
function interruption(): Interruption {
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals): void => {
    end();
    controller.abort(name);
  };
  const end = (): void => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return { signal: controller.signal, end };
}

// Without a top-level await, which a bundle as a script can't hold.
void run(process.argv.slice(2), {
  cwd: process.cwd(),
  // The streams of standard input and output are made when they are asked for.
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void stderr.write(text),
  stdin: readStdin,
  interactive,
  color: wantsColor(),
  columns: stderr.columns,
  env,
  interruption,
  now: () => performance.now(),
}).then((code) => {
  process.exitCode = code;
});

/** FORCE_COLOR and NO_COLOR are conventions of most programs: https://force-color.org, https://no-color.org */
function wantsColor(): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return Boolean(stderr.isTTY) && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
