/** Sources as CSL-JSON items. */
import type { CitationKind, CslDate, CslItem } from '../../src/model/index.ts';
import { toDateParts, toEdtf } from '../../src/text/index.ts';
import type { LegalReference, SourceDate, SourceItem } from './model.ts';

const outletTypes: Readonly<Record<string, string>> = {
  newspaper: 'article-newspaper',
  agency: 'article-newspaper',
  magazine: 'article-magazine',
  website: 'webpage',
  broadcaster: 'broadcast',
  journal: 'article-journal',
  'think-tank': 'report',
  government: 'webpage',
};

/** Labels that CSL knows; a locator of another kind is given with its label. */
export function toCsl(item: SourceItem, id: string): CslItem {
  const { entry, legal } = item;
  if (legal?.of) {
    const page = /\bat\s(\d[\d–,-]*)$/u.exec(legal.reference)?.[1];
    return { ...toCsl(legal.of, id), ...(page === undefined ? {} : { locator: page }) };
  }
  const csl: CslItem = { id, type: typeOf(item) };
  const title = item.title ?? entry?.title ?? item.legal?.name;
  if (title !== undefined) csl.title = title;
  if (item.outlet !== undefined) {
    csl['container-title'] = item.known?.name ?? item.outlet;
    if (item.known && item.known.name !== item.outlet) csl['container-title-short'] = item.outlet;
  }
  const authors = entry && entry.authors.length > 0 ? entry.authors : item.authors;
  if (authors && authors.length > 0) csl.author = authors.map((name) => ({ ...name }));
  else if (item.authorText !== undefined) csl.author = [{ literal: item.authorText }];
  const issued = item.date
    ? toCslDate(item.date)
    : entry?.year === undefined
      ? undefined
      : { 'date-parts': [[entry.year]] };
  if (issued) csl.issued = issued;
  if (item.accessed) {
    const parts = toDateParts(item.accessed);
    if (parts) csl.accessed = { 'date-parts': [parts] };
  }
  const url = item.url ?? entry?.url;
  if (url !== undefined) csl.URL = url;
  const doi = item.doi ?? entry?.doi;
  if (doi !== undefined) csl.DOI = doi;
  if (item.locator)
    csl.locator = item.locator.label === 'page' ? item.locator.value : item.locator.text;
  const language = languageOf(item.remarks);
  if (language !== undefined) csl.language = language;
  if (legal) addLegal(csl, legal);
  if (entry && title === undefined) csl.note = entry.text;
  return csl;
}

export function toCslDate(date: SourceDate): CslDate | undefined {
  if (date.literal !== undefined) return { literal: date.literal };
  const from = toDateParts(date.from);
  if (!from) {
    const edtf = toEdtf(date.from);
    return edtf === undefined ? undefined : { literal: edtf };
  }
  const to = date.to ? toDateParts(date.to) : undefined;
  const result: CslDate = { 'date-parts': to ? [from, to] : [from] };
  if (date.from.season !== undefined) result.season = date.from.season;
  return result;
}

function typeOf(item: SourceItem): string {
  const kind: CitationKind = item.kind;
  if (kind === 'legal') {
    const form = item.legal?.form;
    return form === 'statute' || form === 'act' ? 'legislation' : 'legal_case';
  }
  if (kind === 'other') return wordsType(item.title ?? '');
  if (kind === 'url') return 'webpage';
  if (item.entry || kind === 'author-date' || kind === 'numeric') return entryType(item);
  if (item.known?.kind) return outletTypes[item.known.kind] ?? 'article-newspaper';
  return item.outlet !== undefined && /^[^\s]+\.\p{L}{2,}(?:\/|$)/u.test(item.outlet)
    ? 'webpage'
    : 'article-newspaper';
}

/** Of a note that was not understood. Most are books and papers in a form of their own, or remarks. */
function wordsType(words: string): string {
  if (/^(?:\p{Lu}[\p{L}’'-]*\s){0,4}[Ii]nterview\b/u.test(words)) return 'interview';
  return /\bpersonal communication\b|^(?:E-?mail|Letter|Conversation|Message)\b/i.test(words)
    ? 'personal_communication'
    : 'document';
}

/** What an entry says of its kind; a bare document where it says nothing. */
function entryType({ entry }: SourceItem): string {
  if (!entry) return 'document';
  if (
    /\b\d{1,4}\s?\(\d{1,3}[^)]{0,10}\)|\bvol\.|\bJournal\b|\b\d{1,3}:\s?\d+[-–]\d+/i.test(
      entry.text,
    ) ||
    entry.doi !== undefined
  )
    return 'article-journal';
  if (
    /\b(?:Press|Publishers?|Publishing|Books|Verlag|Routledge|Penguin|Springer|Wiley|Macmillan)\b/.test(
      entry.text,
    )
  )
    return 'book';
  if (entry.url !== undefined) return 'webpage';
  return 'document';
}

const languages: Readonly<Record<string, string>> = {
  english: 'en', russian: 'ru', ukrainian: 'uk', chinese: 'zh', mandarin: 'zh', japanese: 'ja', korean: 'ko', arabic: 'ar', persian: 'fa', farsi: 'fa', hebrew: 'he',
  french: 'fr', german: 'de', spanish: 'es', portuguese: 'pt', italian: 'it', turkish: 'tr', polish: 'pl', kazakh: 'kk', kyrgyz: 'ky', uzbek: 'uz', tajik: 'tg',
  turkmen: 'tk', georgian: 'ka', armenian: 'hy', azerbaijani: 'az', belarusian: 'be', romanian: 'ro', bulgarian: 'bg', serbian: 'sr', croatian: 'hr', czech: 'cs', slovak: 'sk',
  hungarian: 'hu', greek: 'el', dutch: 'nl', swedish: 'sv', norwegian: 'no', danish: 'da', finnish: 'fi', estonian: 'et', latvian: 'lv', lithuanian: 'lt', hindi: 'hi', urdu: 'ur',
  bengali: 'bn', tamil: 'ta', thai: 'th', vietnamese: 'vi', indonesian: 'id', malay: 'ms', swahili: 'sw', amharic: 'am', pashto: 'ps', dari: 'prs', kurdish: 'ku', mongolian: 'mn',
}; // prettier-ignore

function languageOf(remarks: readonly string[] | undefined): string | undefined {
  for (const remark of remarks ?? []) {
    const match = /\bin ([A-Z][a-z]+)/.exec(remark);
    const code = languages[(match?.[1] ?? '').toLowerCase()];
    if (code !== undefined) return code;
  }
  return undefined;
}

function addLegal(csl: CslItem, legal: LegalReference): void {
  if (legal.reporter !== undefined) csl['container-title'] = legal.reporter;
  if (legal.volume !== undefined) csl.volume = legal.volume;
  if (legal.page !== undefined) csl.page = legal.page;
  const year = yearOfLaw(legal);
  if (year !== undefined) csl.issued = { 'date-parts': [[year]] };
  if (csl.title === undefined) csl.title = legal.reference;
  csl.references = legal.reference;
}

/** "5 U.S. 137 (1803)", "EU:C:2014:317". A number elsewhere is a section: "42 U.S.C. § 1983". */
function yearOfLaw({ reference }: LegalReference): number | undefined {
  const match = /\((?:[^()]{0,60}\s)?(1[6-9]\d\d|20\d\d)\)$|\bEU:[CT]:((?:19|20)\d\d):/.exec(
    reference,
  );
  const year = match?.[1] ?? match?.[2];
  return year === undefined ? undefined : Number(year);
}
