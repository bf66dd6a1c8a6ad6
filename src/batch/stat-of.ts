import { statSync, type Stats } from 'node:fs';

/** What stands at a path, links followed; undefined where there is nothing that can be looked at. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
