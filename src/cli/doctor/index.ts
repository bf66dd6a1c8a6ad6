import { createColors } from 'picocolors';
import { counted } from '../../reporters/summary.ts';
import { exitCodes, type CommandIo } from '../io.ts';
import { examine, type Finding } from './checks.ts';

export interface DoctorFlags {
  config?: string;
}

/** `copydesk doctor`: the exit code. */
export async function doctor(flags: DoctorFlags, io: CommandIo): Promise<number> {
  const paint = createColors(io.color);
  const marks: Record<Finding['state'], string> = {
    ok: paint.green('ok      '),
    note: paint.blue('note    '),
    problem: paint.red('problem '),
  };
  let problems = 0;
  for await (const { state, what, remedy } of examine(flags.config, io.cwd)) {
    if (state === 'problem') problems++;
    io.stdout(`${marks[state]} ${what.replaceAll('\n', '\n         ')}\n`);
    if (remedy !== undefined) io.stdout(`          → ${remedy}\n`);
  }
  io.stdout(`\n${problems === 0 ? 'All is well.' : `${counted(problems, 'problem')}.`}\n`);
  return problems === 0 ? exitCodes.ok : exitCodes.findings;
}
