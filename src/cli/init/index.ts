import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { writeWhole } from '../../batch/write-file.ts';
import { didYouMean } from '../../config/suggest.ts';
import { exitCodes, UsageError, type CommandIo } from '../io.ts';
import { shownPath } from '../shown-path.ts';
import { version } from '../version.ts';
import { ciSystems, initFiles, type CiSystem } from './files.ts';

export interface InitFlags {
  /** Names of CI systems, or `none`. */
  ci: string;
}

/** `copydesk init`: the exit code. Writes nothing where one of its files is there already. */
export async function init(
  folder: string | undefined,
  flags: InitFlags,
  io: CommandIo,
): Promise<number> {
  const root = resolve(io.cwd, folder ?? '.');
  const files = initFiles(basename(root), version(), parseCi(flags.ci));
  const taken = [...files.keys()].filter((path) => existsSync(join(root, path)));
  if (taken.length > 0) {
    throw new UsageError(
      `Unexpected ${taken.join(', ')} in ${shownPath(root, io.cwd)}, expected a folder without: init overwrites nothing, and has written nothing. Name another folder, or move what is there.`,
    );
  }
  for (const [path, content] of files) {
    await writeWhole(join(root, path), content);
    io.stdout(`${path}\n`);
  }
  const enter = root === io.cwd ? '' : `cd ${shownPath(root, io.cwd)} && `;
  io.stdout(`\nNow: ${enter}npm install && npm run build\n`);
  return exitCodes.ok;
}

function parseCi(list: string): CiSystem[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'none');
  for (const name of names) {
    if (!(ciSystems as readonly string[]).includes(name)) {
      const known = [...ciSystems, 'none'];
      throw new UsageError(
        `Unexpected CI system "${name}", expected one of ${known.join(', ')}.${didYouMean(name, known)}`,
      );
    }
  }
  return names as CiSystem[];
}
