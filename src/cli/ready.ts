import { createColors } from 'picocolors';
import type { Pipeline } from '../pipeline.ts';
import type { CommandIo } from './io.ts';

/**
 * Loads the plugins of a pipeline and prints what is likely a mistake in its config.
 *
 * @throws ConfigError where the config is at fault.
 */
export async function ready(pipeline: Pipeline, io: CommandIo): Promise<void> {
  for (const { message } of await pipeline.ready()) warn(message, io);
}

/** Prints what is likely a mistake, and stops nothing. */
export function warn(message: string, io: CommandIo): void {
  io.stderr(`${createColors(io.color).yellow('warning')}  ${message}\n`);
}
