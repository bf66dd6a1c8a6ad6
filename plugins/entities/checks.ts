import type { VFile } from 'vfile';
import { report } from '../../src/model/index.ts';
import type { Block } from './document.ts';
import type { Cluster, Definition } from './model.ts';
import type { Settings } from './options.ts';
import type { AmbiguousName } from './registry/find.ts';
import type { Registry } from './registry/registry.ts';

/** What the remarks are made from. */
export interface Findings {
  blocks: readonly Block[];
  clusters: readonly Cluster[];
  definitions: readonly Definition[];
  registry: Registry;
  ambiguous: readonly AmbiguousName[];
  open: ReadonlyMap<string, { hit: AmbiguousName['hit']; options: string[] }> | undefined;
}

export function check(_findings: Findings, _settings: Settings, file: VFile): void {
  void report;
  void file;
}
