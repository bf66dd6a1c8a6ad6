import type { Totals } from '../reporters/summary.ts';
import { exitCodes, type CommandIo } from './io.ts';

/**
 * The exit code of a run. Where nothing but the number of warnings makes it fail, that is said.
 *
 * @param maxWarnings - How many warnings a run may have. Default: any number.
 */
export function exitCode(
  { failed, findings }: Readonly<Totals>,
  io: CommandIo,
  maxWarnings = Number.POSITIVE_INFINITY,
): number {
  if (failed > 0 || findings.error > 0) return exitCodes.findings;
  const { warning } = findings;
  if (warning <= maxWarnings) return exitCodes.ok;
  const found = `${warning} ${warning === 1 ? 'warning' : 'warnings'}`;
  io.stderr(`The run fails: ${found}, ${maxWarnings === 0 ? 'none' : maxWarnings} allowed.\n`);
  return exitCodes.findings;
}
