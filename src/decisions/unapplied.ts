import type { VFile } from 'vfile';
import { reportDecision, type DecisionsData } from '../model/index.ts';

/** Which plugin carries out which decisions. */
const owners: readonly (readonly [Exclude<keyof DecisionsData, 'accept'>, string])[] = [
  ['metadata', 'masthead'],
  ['citations', 'citations'],
  ['entities', 'entities'],
  ['pullQuotes', 'pull-quotes'],
];

/** Reports decisions that no plugin has taken: a decision is never dropped silently. */
export function reportUnapplied(file: VFile): void {
  for (const [kind, plugin] of owners) {
    for (const decided of file.data.decisions?.[kind] ?? []) {
      if (decided.outcome) continue;
      reportDecision(
        file,
        'decisions/unused',
        `Unexpected decision under \`${kind}\`, expected the plugin "${plugin}" in the config to carry it out`,
        decided,
      );
    }
  }
}
