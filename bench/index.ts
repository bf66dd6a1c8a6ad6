/**
 * Measures copydesk as it is built: `npm run bench`, all of it into `bench/results.md`; `npm run bench -- cold lengths`, some parts; `--quick`
 * for a first look.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import type { Part } from './part.ts';
import { batches } from './parts/batches.ts';
import { cold } from './parts/cold.ts';
import { lengths } from './parts/lengths.ts';
import { memory } from './parts/memory.ts';
import { phases } from './parts/phases.ts';
import { pipeline } from './parts/pipeline.ts';
import { command, root } from './subjects.ts';

const parts: Record<string, { title: string; run: Part }> = {
  pipeline: { title: 'The whole against a bare chain', run: pipeline },
  cold: { title: 'Cold start', run: cold },
  phases: { title: 'Phases and plugins', run: phases },
  lengths: { title: 'Length', run: lengths },
  memory: { title: 'Memory', run: memory },
  batches: { title: 'Batches', run: batches },
};

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined)
  throw new Error(`Unexpected part "${unknown}", expected one of ${Object.keys(parts).join(', ')}`);
if (!existsSync(command)) throw new Error(`Missing ${command}: run \`npm run build\``);

const machine = `Node ${process.version}, ${availableParallelism()} cores. Processor time unless it says otherwise; medians, with quartiles.`;
const sections: string[] = [];
for (const [name, { title, run }] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const found = [`## ${title}`, ...(await run({ quick: values.quick }))].join('\n\n');
  console.log(`${found}\n`);
  sections.push(found);
}
console.log(machine);
if (positionals.length === 0 && !values.quick) {
  const file = `${root}bench/results.md`;
  const text = ['# The last run of `npm run bench`', machine, ...sections].join('\n\n');
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
