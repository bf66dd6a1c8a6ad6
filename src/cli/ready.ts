import { createColors } from 'picocolors';
import type { Pipeline } from '../pipeline.ts';
import type { CommandIo } from './io.ts';

/**
 * Loads the plugins of a pipeline and prints what is likely a mistake in its config.
 *
 * @throws ConfigError where the config is at fault.
 */
export async function ready(pipeline: Pipeline, io: CommandIo): Promise<void> {
  const paint = createColors(io.color);
  for (const { message } of await pipeline.ready()) {
    io.stderr(`${paint.yellow('warning')}  ${message}\n`);
  }
}
