import type { VFile } from 'vfile';
import { report } from '../../../src/model/index.ts';
import type { Findings } from '../checks.ts';
import { endOf, startOf, textOf, type Candidate } from '../model.ts';
import type { Settings } from '../options.ts';
import { isFull } from '../people.ts';
import { isTitle } from '../titles.ts';

/** From here on a person is one for certain enough to speak of. */
const sure = 0.7;

/** Those who go by one name after these titles. */
const oneNamed = new Set(['king', 'queen', 'pope', 'emperor', 'empress', 'prince', 'princess', 'saint', 'st', 'st.', 'sultan', 'emir', 'tsar', 'czar', 'sheikh', 'sister', 'brother', 'patriarch', 'lord', 'lady']); // prettier-ignore

/** People who are not introduced, and names that can mean more than one. */
export function checkNames(
  { clusters, ambiguous }: Findings,
  checks: Settings['checks'],
  file: VFile,
): void {
  if (checks.surnameFirst) {
    const open = new Set(ambiguous.map(({ hit }) => placeKey(hit)));
    for (const { type, name, known, mentions, confidence } of clusters) {
      if (type !== 'person' || confidence < sure) continue;
      const first = mentions.find(({ block }) => block.context === 'body' && !block.heading);
      if (!first || isFull(textOf(first))) continue;
      const full = known?.name ?? name;
      // Who bears one name only is introduced by it; a title tells that there is another.
      const before = first.block.keys[first.from - 1] ?? '';
      if (!isFull(full) && (!isTitle(first.block, first.from - 1) || oneNamed.has(before)))
        continue;
      const text = textOf(first);
      // Where the name can mean several people, none of them is expected.
      const isKnown = isFull(full) && !open.has(placeKey(first));
      report(
        file,
        'entities/surname-first',
        isKnown
          ? `Unexpected “${text}” as the first mention, expected the full name “${full}”`
          : `Unexpected “${text}” alone, expected a full name at the first mention`,
        { place: placeOf(first), actual: text, ...(isKnown ? { expected: [full] } : {}) },
      );
    }
  }
  if (!checks.ambiguousName) return;
  const told = new Set<string>();
  for (const { hit, options, ids } of ambiguous) {
    if (told.has(hit.name)) continue;
    told.add(hit.name);
    report(
      file,
      'entities/ambiguous-name',
      `Unexpected ambiguous name “${hit.name}”, which can mean ${oneOf(options)}`,
      {
        place: placeOf(hit),
        actual: hit.name,
        expected: ids ?? options,
      },
    );
  }
}

function placeKey({ block, from }: Pick<Candidate, 'block' | 'from'>): string {
  return `${block.index} ${from}`;
}

function oneOf(options: readonly string[]): string {
  return options.length < 2
    ? options.join('')
    : `${options.slice(0, -1).join(', ')} or ${options.at(-1) as string}`;
}

function placeOf({
  block,
  from,
  to,
}: Pick<Candidate, 'block' | 'from' | 'to'>): ReturnType<Candidate['block']['view']['place']> {
  return block.view.place(startOf(block, from), endOf(block, to));
}
