import { InputError } from '../batch/input-error.ts';

/** A package that only some need is not installed. */
export class MissingPackageError extends InputError {
  /** @param use - What needs it. */
  constructor(use: string, packages: readonly string[]) {
    const names = packages.join(' and ');
    super(`Missing ${names} for ${use}. To install: npm install ${packages.join(' ')}`);
    this.name = 'MissingPackageError';
  }
}

/** Whether an import failed because this package isn't there, not because of something within it. */
export function isMissing(error: unknown, name: string): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return (
    (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') &&
    (message ?? '').includes(`'${name}'`)
  );
}
