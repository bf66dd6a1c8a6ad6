import type { CommandIo } from './io.ts';

/** A progress line stands alone on its line, and gives way to what is printed next. */
export function clearProgress(io: CommandIo): void {
  if (io.interactive) io.stderr('\r\u001B[2K');
}
