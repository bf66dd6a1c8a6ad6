/**
 * Finds what stands above an article's text, and sometimes below it: headline, standfirst, byline, publication, date, dateline,
 * captions. It leaves the flow of the text for a `Masthead` node, and fills `file.data.masthead`.
 *
 * What the source states outside its text (`file.data.stated`) counts more than what stands in the text; where the
 * text repeats it, the copy is taken, so that nothing is printed twice. What isn't recognised stays in the body.
 */
import type {} from 'mdast-util-to-hast';
import type { Image, Link, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import {
  report,
  toMarkdownExtension,
  type ArticleDate,
  type Author,
  type Masthead,
  type MastheadContent,
  type MastheadRole,
  type Publication,
  type StatedMetadata,
} from '../../src/model/index.ts';
import { eachNode, type DayMonthOrder, type Range } from '../../src/text/index.ts';
import { blockOf, setImage, type Candidate } from './blocks.ts';
import { byline } from './byline-text.ts';
import { sameTitle, sameWords } from './compare.ts';
import { applyDecisions } from './decisions.ts';
import { agree, foundDate, refine, type FoundDate } from './date-line.ts';
import { headlineDate } from './headline-date.ts';
import { chosenDate, scan, type Taken, type TakenLine } from './scan.ts';

export interface MastheadOptions {
  /** Whether "By …" lines are taken out of the text. Default true. */
  bylines?: boolean | undefined;
  /** Whether captions and credits of images are taken out of the text. Default true. */
  captions?: boolean | undefined;
  /** Whether the dateline is taken out of the first paragraph. Default true. */
  datelines?: boolean | undefined;
  /** The order of day and month in a date of figures that can be read both ways. Default `mdy`. */
  dayMonth?: DayMonthOrder | undefined;
}

export interface Settings {
  bylines: boolean;
  captions: boolean;
  datelines: boolean;
  dayMonth: DayMonthOrder;
}

export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    bylines: {
      type: 'boolean',
      default: true,
      description: 'Take “By …” lines out of the text.',
    },
    captions: {
      type: 'boolean',
      default: true,
      description: 'Take captions and credits of images out of the text.',
    },
    datelines: {
      type: 'boolean',
      default: true,
      description: 'Take the dateline out of the first paragraph.',
    },
    dayMonth: {
      enum: ['dmy', 'mdy'],
      default: 'mdy',
      description: 'The order of day and month in a date of figures that can be read both ways.',
    },
  },
} as const;

export default function masthead(
  this: Processor | void,
  options?: Readonly<MastheadOptions> | null,
): (tree: Root, file: VFile) => void {
  if (typeof this?.data === 'function') {
    // remark-stringify does not know the node by itself.
    const data = this.data() as { toMarkdownExtensions?: unknown[] };
    (data.toMarkdownExtensions ??= []).push(toMarkdownExtension);
  }
  const settings: Settings = {
    bylines: options?.bylines ?? true,
    captions: options?.captions ?? true,
    datelines: options?.datelines ?? true,
    dayMonth: options?.dayMonth ?? 'mdy',
  };

  return (tree, file) => {
    // A tree that has been here before.
    if (tree.children.some((node) => node.type === 'masthead')) return;
    const taken = scan(tree, file, settings);
    const stated = withFallback(file, taken);
    const chosen = chosenDate(taken.lines);
    const authors = stated.authors ?? authorsOf(taken);
    const publication = publicationOf(stated, taken);
    const date =
      dateOf(file, stated, taken, chosen?.date) ?? dateOfHeadline(tree, stated, taken, settings);
    const url =
      stated.url ?? taken.lines.find(({ line }) => line.url !== undefined)?.line.url ?? null;
    const data = { authors, publication, date, url, language: stated.language ?? null };
    file.data.masthead = data;

    const blocks = [...taken.blocks, ...made(tree, stated, taken)];
    const decided = applyDecisions(blocks, data, file);
    const title = blocks.findIndex((block) => block.data?.mastheadRole === 'title');
    if (title < 0) {
      report(
        file,
        'masthead/missing-title',
        'Unexpected text without a headline, expected one above it',
        {
          place: tree.children.find((node) => node.position !== undefined)?.position?.start,
        },
      );
    }
    if (!decided.has('date')) reportAmbiguous(file, stated, chosen);
    reportUnused(file, taken, chosen?.date);
    reportLinks(file, taken, url);
    if (blocks.length === 0) return;
    const node: Masthead = {
      type: 'masthead',
      children: ordered(blocks),
      data: { hName: 'header' },
    };
    tree.children.unshift(node);
  };
}

/** What is stated, and of what counts less what the text doesn't say; where the text says something else, that is told. */
function withFallback(file: VFile, taken: Taken): StatedMetadata {
  const stated = { ...file.data.stated };
  const { title, authors } = file.data.fallback ?? {};
  const differ = (what: string, words: string): void => {
    report(
      file,
      'masthead/conflicting-metadata',
      `Unexpected ${what} “${words}” in the properties of the file, expected what the text says`,
      { actual: words },
    );
  };
  if (title !== undefined) {
    const printed = taken.blocks.find((block) => block.data?.mastheadRole === 'title');
    const known = printed ? toString(printed) : stated.title;
    if (known === undefined) stated.title = title;
    else if (!sameTitle(title, known)) differ('title', title);
  }
  if (authors) {
    const found = stated.authors ?? authorsOf(taken);
    if (found.length === 0) stated.authors = authors;
    for (const { name } of authors) {
      if (found.length > 0 && !found.some((author) => sameWords(author.name, name)))
        differ('author', name);
    }
  }
  return stated;
}

function authorsOf(taken: Taken): Author[] {
  const names = new Map<string, string>();
  for (const name of taken.lines.flatMap(({ line }) => line.authors)) {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()].map((name) => ({ name }));
}

/** The stated publication, its volume and issue filled in from the text where it has none. */
function publicationOf(stated: StatedMetadata, taken: Taken): Publication | null {
  const found = taken.lines.find(({ line }) => line.publication)?.line.publication;
  const numbers = taken.lines.find(({ line }) => line.numbering)?.line.numbering;
  const named = stated.publication ?? found;
  if (!named) return null;
  return {
    name: named.name,
    volume: named.volume ?? found?.volume ?? numbers?.volume ?? null,
    issue: named.issue ?? found?.issue ?? numbers?.issue ?? null,
  };
}

function dateOf(
  file: VFile,
  stated: StatedMetadata,
  taken: Taken,
  found: FoundDate | undefined,
): ArticleDate | null {
  const option = file.data.publicationDate;
  if (option !== undefined) {
    const inText = taken.lines.find(({ line }) => line.dates.includes(found as FoundDate));
    if (found && inText && !found.updated && !agree(option, found.value)) {
      report(
        file,
        'masthead/conflicting-metadata',
        `Unexpected date in the text, expected “${option}” as given with the option`,
        {
          place: placeOf(inText, found) ?? inText.from.node,
          actual: inText.from.text.slice(
            found.start + inText.range.start,
            found.end + inText.range.start,
          ),
          expected: [option],
        },
      );
    }
    return { value: option, origin: 'option' };
  }
  if (stated.date) {
    const finer = found && !found.updated && found.value.length > stated.date.value.length;
    const value = finer && agree(stated.date.value, found.value) ? found.value : stated.date.value;
    return { ...stated.date, value };
  }
  const day = taken.dateline?.date;
  if (found) {
    const finer = day && !found.updated ? refine(found.value, day) : undefined;
    return { value: finer ?? found.value, origin: 'stated' };
  }
  const full = day?.year === undefined ? undefined : foundDate(day, 0, 0);
  return full ? { value: full.value, origin: 'stated' } : null;
}

/** The date of a headline, which stays in it as well. */
function dateOfHeadline(
  tree: Root,
  stated: StatedMetadata,
  taken: Taken,
  settings: Settings,
): ArticleDate | null {
  const printed = taken.blocks.find((block) => block.data?.mastheadRole === 'title');
  const headline = printed ? toString(printed) : stated.title;
  if (headline === undefined || !/\d{4}/.test(headline)) return null;
  const body = tree.children.map((node) => toString(node)).join('\n');
  const value = headlineDate(headline.trim(), body, settings.dayMonth);
  return value === undefined ? null : { value, origin: 'stated' };
}

/** Blocks for what is stated and stands in no text. */
function made(tree: Root, stated: StatedMetadata, taken: Taken): MastheadContent[] {
  const blocks: MastheadContent[] = [];
  const has = (role: MastheadRole): boolean =>
    taken.blocks.some((block) => block.data?.mastheadRole === role);
  const add = (role: MastheadRole, words: string | undefined): MastheadContent | undefined => {
    if (words === undefined || words.trim() === '') return undefined;
    const block = blockOf(words, role);
    blocks.push(block);
    return block;
  };
  if (!taken.title) add('title', stated.title);
  if (!taken.subtitle) add('subtitle', stated.subtitle);
  if (!taken.lines.some(({ line }) => line.authors.length > 0))
    add('byline', byline(stated.authors));
  if (!taken.lines.some(({ line }) => line.publication))
    add('publication', publicationLine(stated.publication));
  if (!taken.lines.some(({ line }) => line.dates.length > 0)) add('date', stated.date?.value);
  if (!has('dateline')) add('dateline', stated.dateline);

  const images =
    stated.images?.filter((image) => image.caption !== undefined && !taken.images.has(image)) ?? [];
  const titles = new Map<string, string | null | undefined>();
  if (images.length > 0)
    eachNode<Image>(tree, 'image', (node) => void titles.set(node.url, node.title));
  for (const { caption, credit, src, alt } of images) {
    // The image stands in the text and says it itself.
    if (src !== undefined && credit === undefined && titles.get(src) === caption) continue;
    setImage(add('caption', caption), { credit, src, alt });
  }
  return blocks;
}

function publicationLine(publication: Publication | undefined): string | undefined {
  if (!publication) return undefined;
  const { name, volume, issue } = publication;
  return [name, volume && `Volume ${volume}`, issue && `Issue ${issue}`].filter(Boolean).join(', ');
}

const order: readonly MastheadRole[] = ['title', 'subtitle'];

/** Title and subtitle first, the rest as it stood; a credit stays with its caption. */
function ordered(blocks: readonly MastheadContent[]): MastheadContent[] {
  const rank = (block: MastheadContent): number => {
    const at = order.indexOf(block.data?.mastheadRole as MastheadRole);
    return at < 0 ? order.length : at;
  };
  return blocks.toSorted((a, b) => rank(a) - rank(b));
}

/** A headline, a standfirst or a caption is known by its words alone: where its links led is told. */
function reportLinks(file: VFile, { blocks, droppedLinks }: Taken, own: string | null): void {
  const tell = ({ url, position }: Link, role: MastheadRole | undefined): void => {
    report(
      file,
      'masthead/dropped-link',
      `Unexpected link to ${url} in the ${nameOf(role)}, expected words alone: front matter and JSON have no place for it`,
      { place: position, actual: url },
    );
  };
  for (const block of blocks) {
    const words = toString(block);
    eachNode<Link>(block, 'link', (link) => {
      droppedLinks.delete(link);
      if (link.url === '' || link.url === own || words.includes(link.url)) return;
      tell(link, block.data?.mastheadRole);
    });
  }
  for (const link of droppedLinks) if (link.url !== '' && link.url !== own) tell(link, undefined);
}

function nameOf(role: MastheadRole | undefined): string {
  if (role === 'title') return 'headline';
  return role === 'subtitle' ? 'standfirst' : role === 'caption' ? 'caption' : 'masthead';
}

function placeOf({ from, range }: TakenLine, part: { start: number; end: number }) {
  return from.view.place(part.start + range.start, part.end + range.start);
}

function reportAmbiguous(
  file: VFile,
  stated: StatedMetadata,
  chosen: { date: FoundDate; from: TakenLine } | undefined,
): void {
  const date = chosen?.date;
  if (!date?.otherReading || stated.date || file.data.publicationDate !== undefined) return;
  const { from } = chosen as { from: TakenLine };
  report(
    file,
    'masthead/ambiguous-date',
    `Unexpected date in figures, expected the month by name: ${date.value} or ${date.otherReading}`,
    {
      place: placeOf(from, date) ?? from.from.node,
      actual: from.from.text.slice(date.start + from.range.start, date.end + from.range.start),
      expected: [date.value, date.otherReading],
    },
  );
}

/**
 * What no field holds to the letter is told, so that no word is lost: lines with words that belong to no field (a role, a time of
 * day) one by one, those that only read otherwise than their field (a label, the name of a month) in one message.
 */
function reportUnused(file: VFile, taken: Taken, chosen: FoundDate | undefined): void {
  const rewritten: { words: string; from: Candidate; range: Range }[] = [];
  const wordsOfLine = ({ from, range }: { from: Candidate; range: Range }): string =>
    from.text.slice(range.start, range.end).trim();
  for (const each of taken.lines) {
    const { line, from, range } = each;
    const others = line.dates.filter(
      (date) => date !== chosen && !(chosen && sameWords(date.value, chosen.value)),
    );
    const parts = [...line.unused, ...others].sort((a, b) => a.start - b.start);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) {
      rewritten.push({ words: wordsOfLine(each), from, range });
      continue;
    }
    const words = parts.map(({ start, end }) =>
      from.text.slice(start + range.start, end + range.start),
    );
    report(
      file,
      'masthead/unused-words',
      `Unexpected words in the masthead, expected only what its fields hold: “${words.join('”, “')}” in “${wordsOfLine(each)}”`,
      {
        place: placeOf(each, { start: first.start, end: last.end }) ?? from.node,
        actual: words.join('; '),
      },
    );
  }
  for (const each of taken.credits) rewritten.push({ words: wordsOfLine(each), ...each });
  const [first] = rewritten;
  if (!first) return;
  report(
    file,
    'masthead/taken-lines',
    `Lines of the text became metadata: “${rewritten.map(({ words }) => words).join('”, “')}”`,
    { place: first.from.view.place(first.range.start, first.range.end) ?? first.from.node },
  );
}
