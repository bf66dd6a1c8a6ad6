import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { NameType, TaggedName, Tagger } from './tagger.ts';

const packageName = '@huggingface/transformers';

/** A word piece as the token-classification pipeline gives it: without offsets. */
export interface Piece {
  entity: string;
  score: number;
  word: string;
}

/** What is used of the package. */
interface Transformers {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  pipeline(
    task: 'token-classification',
    model: string,
    options: { local_files_only: boolean },
  ): Promise<(text: string, options: { ignore_labels: string[] }) => Promise<Piece[]>>;
}

/**
 * A token-classification model that lies in a folder, run by @huggingface/transformers, which is an optional peer.
 *
 * @throws Error where no folder is given, or there is none.
 */
export function transformersTagger(
  model: string | undefined,
  load: () => Promise<unknown> = async () => (await import(packageName as string)) as unknown,
): Tagger {
  if (model === undefined) {
    throw new Error(
      'Missing option `model`, expected the folder of a token-classification model for `tagger: transformers`',
    );
  }
  const folder = resolve(model);
  if (!existsSync(folder))
    throw new Error(`Unexpected model "${model}": there is no folder ${folder}.`);
  let classify: Promise<(text: string) => Promise<Piece[]>> | undefined;
  return {
    async tag({ blocks }) {
      classify ??= open(folder, load);
      const run = await classify;
      const names: TaggedName[] = [];
      for (const [block, { text }] of blocks.entries()) {
        for (const name of toNames(await run(text), text)) names.push({ ...name, block });
      }
      return names;
    },
  };
}

async function open(
  folder: string,
  load: () => Promise<unknown>,
): Promise<(text: string) => Promise<Piece[]>> {
  let library: Transformers;
  try {
    library = (await load()) as Transformers;
  } catch (error) {
    throw new Error(
      `Missing package ${packageName}, which \`tagger: transformers\` needs. To install it: npm install ${packageName}`,
      {
        cause: error,
      },
    );
  }
  // Nothing is ever fetched: the model is the user's, in a folder.
  library.env.allowRemoteModels = false;
  library.env.allowLocalModels = true;
  library.env.localModelPath = dirname(folder);
  const run = await library.pipeline('token-classification', basename(folder), {
    local_files_only: true,
  });
  return (text) => run(text, { ignore_labels: [] });
}

const types: Readonly<Record<string, NameType>> = {
  PER: 'PER', PERSON: 'PER', ORG: 'ORG', LOC: 'LOC', GPE: 'LOC', FAC: 'LOC', NORP: 'NORP', EVENT: 'EVENT', WORK_OF_ART: 'WORK', WORK: 'WORK', LAW: 'WORK', PRODUCT: 'PRODUCT',
}; // prettier-ignore

/** Names from word pieces, which are looked for in the text one after another. */
export function toNames(pieces: readonly Piece[], text: string): Omit<TaggedName, 'block'>[] {
  const names: Omit<TaggedName, 'block'>[] = [];
  const lower = text.toLowerCase();
  // In some scripts the small letters are more than the capitals: then offsets would not agree.
  const searched = lower.length === text.length ? lower : text;
  let at = 0;
  let scores: number[] = [];
  let previous = '';
  for (const { entity, score, word } of pieces) {
    const inside =
      word.startsWith('##') || (previous !== '' && !/^[▁Ġ\s]/.test(word) && /[▁Ġ]/.test(previous));
    const plain = word.replace(/^(?:##|[▁Ġ\s]+)/, '');
    if (plain === '' || /^[[<].*[\]>]$/.test(plain)) continue;
    const needle = searched === lower ? plain.toLowerCase() : plain;
    const start = searched.indexOf(needle, at);
    // A piece that the text does not have (an unknown word) is passed over; no search goes far.
    if (start < 0 || start - at > 200) continue;
    const end = start + plain.length;
    at = end;
    const [, prefix, label] = /^(?:([BIES])-)?(.+)$/.exec(entity) ?? [];
    const type = types[(label ?? '').toUpperCase()];
    const last = names.at(-1);
    const touches =
      last !== undefined && (last.end === start || text.slice(last.end, start).trim() === '');
    const goesOn =
      last !== undefined &&
      touches &&
      ((inside && last.end === start) || (type === last.type && prefix !== 'B' && prefix !== 'S'));
    if (goesOn && (type !== undefined || (inside && last.end === start))) {
      last.end = end;
      scores.push(score);
      last.confidence = Math.min(...scores.slice(-16));
    } else if (type !== undefined) {
      scores = [score];
      names.push({ start, end, type, confidence: score });
    }
    previous = word;
  }
  return names;
}
