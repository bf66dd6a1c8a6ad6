/** RIS: a line for each fact, `TY` first and `ER` last. Lines end with CRLF, as the format asks. */
import type { CslDate, CslItem, CslName } from '../../model/index.ts';
import { digits, partsOf, seasonName, type DateParts } from './dates.ts';

const types: Readonly<Record<string, string>> = {
  article: 'JOUR',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  bill: 'BILL',
  book: 'BOOK',
  broadcast: 'ADVS',
  chapter: 'CHAP',
  dataset: 'DATA',
  'entry-dictionary': 'DICT',
  'entry-encyclopedia': 'ENCYC',
  figure: 'FIGURE',
  graphic: 'ART',
  hearing: 'HEAR',
  interview: 'PCOMM',
  legal_case: 'CASE',
  legislation: 'STAT',
  manuscript: 'UNPB',
  map: 'MAP',
  motion_picture: 'MPCT',
  musical_score: 'MUSIC',
  pamphlet: 'PAMP',
  'paper-conference': 'CPAPER',
  patent: 'PAT',
  personal_communication: 'PCOMM',
  post: 'ELEC',
  'post-weblog': 'BLOG',
  regulation: 'STAT',
  report: 'RPRT',
  software: 'COMP',
  song: 'SOUND',
  standard: 'STAND',
  thesis: 'THES',
  webpage: 'ELEC',
};

/** Records, each after an empty line but the first. */
export function toRis(items: readonly CslItem[]): string {
  return items.map(toRecord).join('\r\n');
}

function toRecord(item: CslItem): string {
  const lines: string[] = [];
  const add = (tag: string, value: string | number | undefined): void => {
    const line = value === undefined ? '' : oneLine(String(value));
    if (line !== '') lines.push(`${tag}  - ${line}\r\n`);
  };
  add('TY', types[item.type] ?? 'GEN');
  add('ID', item.id);
  for (const name of item.author ?? []) add('AU', toName(name));
  for (const name of item.editor ?? []) add('ED', toName(name));
  add('TI', item.title);
  add('T2', item['container-title']);
  add('J2', item['container-title-short']);
  add('PB', item.publisher ?? item.authority);
  if (item.issued) {
    const year = partsOf(item.issued)?.from.year;
    if (year !== undefined) add('PY', digits(year, 4));
    add('DA', toDate(item.issued));
  }
  add('VL', item.volume);
  add('IS', item.issue ?? item.number);
  const [first, last] = (item.page ?? '').split(/[-–—]/u);
  add('SP', first);
  add('EP', last);
  add('LA', item.language);
  add('DO', item.DOI);
  add('UR', item.URL);
  if (item.accessed) add('Y2', toDate(item.accessed));
  if (item.references !== item.title) add('N1', item.references);
  add('N1', item.note);
  lines.push('ER  - \r\n');
  return lines.join('');
}

/** `2022/10/11/`, `2022/10//`; what three numbers can't say follows the last stroke: `2021///Fall`. */
function toDate(date: CslDate): string {
  const parts = partsOf(date);
  if (!parts) return `///${date.literal ?? date.raw ?? ''}`;
  const rest = parts.to ? `to ${slashed(parts.to).replace(/\/+$/, '')}` : (seasonName(date) ?? '');
  return `${slashed(parts.from)}/${rest}`;
}

function slashed({ year, month, day }: DateParts): string {
  return [
    year === undefined ? '' : digits(year, 4),
    month === undefined ? '' : digits(month, 2),
    month === undefined || day === undefined ? '' : digits(day, 2),
  ].join('/');
}

function toName({ family, given, literal }: CslName): string {
  if (family === undefined) return literal ?? given ?? '';
  return given === undefined ? family : `${family}, ${given}`;
}

function oneLine(value: string): string {
  return value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
