/**
 * Front matter as metadata. Only YAML counts; the document itself is kept, so that the Markdown writer can give back the keys
 * that are not ours as they were, in their order and with their comments.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Position } from 'unist';
import type { Limits } from '../../limits.ts';
import {
  datePrecisions,
  frontMatterNames,
  report,
  type Author,
  type Publication,
  type StatedImage,
  type StatedMetadata,
  type StatedPullQuote,
} from '../../model/index.ts';
import { toPosition } from '../../text/index.ts';
import { isWebAddress, schemeOf } from '../../text/address.ts';
import { readYaml } from './yaml.ts';

/** Takes the front matter out of the tree and fills `file.data.stated` and `file.data.frontMatter`. */
export function readFrontMatter(tree: Root, file: VFile, limits: Readonly<Limits>): void {
  const node = tree.children[0];
  if (node?.type !== 'yaml') return;
  const base = String(file).indexOf(node.value, node.position?.start.offset ?? 0);
  const place = (offset: number): Position | undefined =>
    (base < 0 ? undefined : toPosition(file, base + offset, base + offset)) ?? node.position;

  const found = readYaml(node.value, limits);
  if ('reason' in found) {
    report(file, found.rule, found.reason, {
      place: place(found.offset ?? 0),
      note: 'The front matter was left as it is and none of it was used.',
    });
    keepAsText(tree, node.value);
    return;
  }
  tree.children.shift();
  if (found.values === null) return;
  const { document, harmful } = found;
  for (const tag of harmful.tags) {
    report(
      file,
      'reader/invalid-front-matter',
      `Unexpected tag ${tag} in front matter, expected none: it was left out, and its value kept`,
      { place: node.position },
    );
  }
  if (harmful.overrides > 0) {
    report(
      file,
      'html/direction-override',
      `Unexpected ${harmful.overrides === 1 ? 'character that turns' : `${harmful.overrides} characters that turn`} the direction of text in front matter, expected none`,
      { place: node.position },
    );
  }
  file.data.frontMatter = document;
  file.data.stated = statedIn(found.values, (key, expected) => {
    const range = (document.get(key, true) as { range?: [number, number] } | undefined)?.range;
    report(
      file,
      'reader/invalid-front-matter',
      `Unexpected value of ${key}, expected ${expected}`,
      { place: range ? place(range[0]) : node.position },
    );
  });
}

/** A fence that is no front matter is text of the article: nothing of it may be lost. */
function keepAsText(tree: Root, value: string): void {
  const node = tree.children[0];
  tree.children[0] = {
    type: 'code',
    lang: 'yaml',
    value,
    ...(node?.position ? { position: node.position } : {}),
  };
}

/** The first of the names that has a value. */
function first<Value>(
  names: readonly string[],
  read: (name: string) => Value | undefined,
): Value | undefined {
  for (const name of names) {
    const value = read(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

type Fault = (key: string, expected: string) => void;

function statedIn(values: Record<string, unknown>, fault: Fault): StatedMetadata {
  const stated: StatedMetadata = {};
  const text = (key: string): string | undefined => {
    const value = values[key];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    fault(key, 'a text');
    return undefined;
  };
  const list = <Item>(
    key: string,
    read: (value: unknown) => Item | undefined,
    expected: string,
  ): Item[] | undefined => {
    const value = values[key];
    if (value === undefined || value === null) return undefined;
    const items = (Array.isArray(value) ? value : [value]).map(read);
    if (items.includes(undefined)) fault(key, expected);
    const valid = items.filter((item) => item !== undefined) as Item[];
    return valid.length > 0 ? valid : undefined;
  };

  assign(stated, 'title', text('title'));
  assign(stated, 'subtitle', text('subtitle'));
  assign(stated, 'dateline', text('dateline'));
  assign(stated, 'language', first(frontMatterNames.language, text));
  assign(
    stated,
    'url',
    // To some site generators `url` is the path of the page on the site.
    first(frontMatterNames.url, (key) => {
      const value = text(key);
      if (value === undefined || isWebAddress(value)) return value;
      if (schemeOf(value) !== undefined) fault(key, 'an address that begins with https://');
      return undefined;
    }),
  );
  assign(
    stated,
    'authors',
    list('authors', toAuthor, 'names') ?? list('author', toAuthor, 'a name'),
  );
  assign(stated, 'publication', toPublication(values['publication'], fault));
  assign(
    stated,
    'images',
    first(frontMatterNames.images, (key) =>
      list(key, toImage, 'images with `src`, `alt`, `caption` or `credit`'),
    ),
  );
  assign(stated, 'pullQuotes', list('pullQuotes', toPullQuote, 'texts, or mappings with `text`'));

  const date = first(frontMatterNames.date, text);
  if (date !== undefined) {
    const match = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(date);
    const precision = values['datePrecision'];
    const length =
      precision === 'month' || precision === 'year' ? datePrecisions[precision] : undefined;
    const origin = values['dateOrigin'];
    if (match) {
      stated.date = {
        value: match[0].slice(0, length),
        origin: origin === 'inferred' || origin === 'option' ? origin : 'stated',
      };
    } else {
      fault('date', 'a day, a month or a year: 2022-10-19, 2022-10 or 2022');
    }
  }
  return stated;
}

function assign<Key extends keyof StatedMetadata>(
  stated: StatedMetadata,
  key: Key,
  value: StatedMetadata[Key] | undefined,
): void {
  if (value !== undefined) stated[key] = value as NonNullable<StatedMetadata[Key]>;
}

function toAuthor(value: unknown): Author | undefined {
  if (typeof value === 'string' && value.trim() !== '') return { name: value };
  const name = isMapping(value) ? value['name'] : undefined;
  return typeof name === 'string' ? { name } : undefined;
}

function toPublication(value: unknown, fault: Fault): Publication | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return { name: value, volume: null, issue: null };
  if (isMapping(value) && typeof value['name'] === 'string') {
    return {
      name: value['name'],
      volume: scalar(value['volume']) ?? null,
      issue: scalar(value['issue']) ?? null,
    };
  }
  fault('publication', 'a name, or a mapping with `name`, `volume` and `issue`');
  return undefined;
}

function toImage(value: unknown): StatedImage | undefined {
  if (typeof value === 'string') return { src: value };
  if (!isMapping(value)) return undefined;
  const image: StatedImage = {};
  for (const key of ['src', 'alt', 'caption', 'credit'] as const) {
    const text = scalar(value[key]);
    if (text !== undefined) image[key] = text;
  }
  return Object.keys(image).length > 0 ? image : undefined;
}

function toPullQuote(value: unknown): StatedPullQuote | undefined {
  if (typeof value === 'string') return { text: value, origin: 'author' };
  if (!isMapping(value) || typeof value['text'] !== 'string') return undefined;
  const origin = value['origin'];
  const quote: StatedPullQuote = {
    text: value['text'],
    origin: origin === 'ranked' || origin === 'decision' ? origin : 'author',
  };
  const speaker = scalar(value['speaker']);
  return speaker === undefined ? quote : { ...quote, speaker };
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function scalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
