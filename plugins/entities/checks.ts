import type { VFile } from 'vfile';
import { checkAcronyms } from './checks/acronyms.ts';
import { checkNames } from './checks/names.ts';
import { checkSpelling } from './checks/spelling.ts';
import type { Block } from './document.ts';
import type { Cluster, Definition } from './model.ts';
import type { Settings } from './options.ts';
import type { AmbiguousName } from './registry/find.ts';

/** What the remarks to the editor are made from. */
export interface Findings {
  blocks: readonly Block[];
  clusters: readonly Cluster[];
  definitions: readonly Definition[];
  /** Names that were left open, or decided by nothing but their order. */
  ambiguous: readonly AmbiguousName[];
}

/** Tells the editor what is odd about the names of an article. */
export function check(findings: Findings, settings: Settings, file: VFile): void {
  checkAcronyms(findings, settings.checks, file);
  if (settings.checks.spellingVariants) checkSpelling(findings, file);
  checkNames(findings, settings.checks, file);
}
