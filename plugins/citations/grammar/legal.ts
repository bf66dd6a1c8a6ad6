/**
 * Citations of law.
 *
 *     case     = [name ","] report ("," report)* ["," pinpoint] [court-and-year]
 *     name     = "Marbury v. Madison" | "In re Gault"
 *     report   = "5 U.S. 137" | "[2019] UKSC 41" | "Case C-131/12"
 *     short    = "Marbury, supra, at 140" | "Marbury, 5 U.S. at 140" | "Id., at 141" | "Ibid., p. 4"
 *     statute  = "42 U.S.C. § 1983" | "17 C.F.R. § 240.10b-5" | "Pub. L. 111-148"
 *     act      = "Regulation (EU) 2016/679" | "Directive 95/46/EC"
 */
import type { Found, LegalReference, SourceItem } from '../model.ts';

/** Series of law reports, their spaces made optional. */
const reporters = [
  'U.S.', 'S. Ct.', 'L. Ed. 2d', 'L. Ed.', 'F. Supp. 3d', 'F. Supp. 2d', 'F. Supp.', 'F.4th', 'F.3d', 'F.2d', 'F.', 'Fed. Cl.', 'F.R.D.', 'B.R.', 'Fed. Reg.', 'Stat.',
  'A.3d', 'A.2d', 'N.E.3d', 'N.E.2d', 'N.E.', 'N.W.2d', 'N.W.', 'P.3d', 'P.2d', 'P.', 'S.E.2d', 'S.E.', 'S.W.3d', 'S.W.2d', 'S.W.', 'So. 3d', 'So. 2d', 'So.', 'Cal. Rptr. 3d', 'Cal. Rptr. 2d', 'Cal. Rptr.',
  'Cal.5th', 'Cal.4th', 'Cal.3d', 'Cal. App.', 'N.Y.S.2d', 'N.Y.2d', 'N.Y.3d', 'N.Y.', 'Mass.', 'Ill. 2d', 'Wheat.', 'Cranch', 'Wall.', 'How.', 'Pet.', 'Dall.', 'WL', 'U.S.L.W.', 'S.C.R.', 'C.L.R.', 'CLR', 'SCR', 'DLR', 'I.C.J.',
  'US', 'S Ct', 'F3d', 'F2d', 'F Supp', 'Fed Reg',
]; // prettier-ignore

const escaped = reporters.map((name) =>
  name
    .replace(/[.]/g, '\\.')
    .replace(/ /g, '\\s?')
    .replace(/\\\.(?=[A-Z])/g, '\\.\\s?'),
);
const report = new RegExp(
  `(?<![\\p{L}\\p{N}.$€£])(\\d{1,4})\\s(${escaped.join('|')})\\s(?:(at)\\s)?(\\d{1,6}|_{2,6}|[–—-]{2,4})(?![\\p{L}\\p{N}_]|[.,]\\d)`,
  'gu',
);
/** A number and the first two characters of a series. */
const reportTrace = new RegExp(
  `\\d\\s(?:${[...new Set(reporters.map((name) => name.slice(0, 2)))].map((head) => head.replace('.', '\\.').replace(' ', '')).join('|')})`,
);
/** Pages of the Federal Register have a comma: "84 Fed. Reg. 16,810, 16,812". */
const federalRegister =
  /(?<![\p{L}\p{N}.$€£])(\d{1,3})\s(Fed\.?\s?Reg\.?)\s(?:(at)\s)?(\d{1,3},\d{3})(?:,\s\d{1,3},\d{3})?(?:[-–]\d{1,3}(?:,\d{3})?)?(?![\p{L}\p{N}])/gu;
const neutral =
  /\[(1[89]\d\d|20\d\d)\]\s(?:\d{1,2}\s)?(UKSC|UKHL|UKPC|EWCA(?:\s(?:Civ|Crim))?|EWHC|AC|QB|KB|Ch|WLR|All\sER|HCA|FCA|SCC|SCR|ZACC|ZASCA|IESC|IEHC|NZSC|NZCA|SGCA|SGHC|HKCFA|CSIH|CSOH|UKUT|UKFTT)\s(\d{1,5})(?:\s\((?:Admin|Ch|Comm|Fam|Pat|QB|KB|TCC|IPEC|TC)\))?/g;
const europeanCase =
  /(?:Joined\s)?Cases?\s[CTF][-\u2010-\u2013]\d{1,4}\/\d\d(?:\sP)?(?:\sand\s[CTF][-\u2010-\u2013]\d{1,4}\/\d\d)?|ECLI:[A-Z]{2}:[A-Z0-9]+:\d{4}:[A-Z0-9.]+/g;
/** The rest of "Case C-131/12 Google Spain, EU:C:2014:317" */
const europeanName =
  /(?:\sand\s[CTF][-\u2010-\u2013]\d{1,4}\/\d\d)?(?:,?\s(?:\p{Lu}[\p{L}\p{N}.&’'-]{0,30}|v|and|of|de|du|des|der|AG|[IVX]+)){0,10},?\s(?:ECLI:)?EU:[CTF]:\d{4}:\d{1,4}/uy;
/** The rest of "Case C-362/14, Schrems", which ends with the name. */
const europeanParty =
  /,\s(?!Advocate|Judge|President|Member)\p{Lu}[\p{L}\p{N}.&’'-]{0,30}(?:\s(?:\p{Lu}[\p{L}\p{N}.&’'-]{0,30}|v|and|of|de|du|der|&|[IVX]+)){0,6}(?=[.,;:)\]]|$)/uy;
/** Any other series of reports, which counts only behind the name of a case. */
const otherReport =
  /(?<![\p{L}\p{N}.$€£])(\d{1,4})\s((?:\p{Lu}\p{L}{0,6}\.\s?){1,4}(?:\d[a-z]{1,2}\.?\s?|\([^()]{1,10}\)\s?)?)\s?(\d{1,6})(?![\p{L}\p{N}]|[.,]\d)/gu;

const statute =
  /(?<![\p{L}\p{N}])(?:\d{1,3}\s(?:U\.?\s?S\.?\s?C\.?(?:\s?A\.)?|C\.?\s?F\.?\s?R\.?)\s(?:§{1,2}\s?|[Ss]ec(?:tion|\.)\s|[Pp]art\s)?\d{1,6}[\p{L}\d.–-]{0,12}(?:\([\p{L}\d]{1,4}\)){0,5}|Pub(?:lic|\.)?\s(?:L\.|Law)\s(?:No\.\s)?\d{2,3}[-–]\d{1,4})/gu;
const statuteTrace = /\d\s(?:U\.?\s?S|C\.?\s?F)|Pub(?:lic|\.)/;
const states =
  'Ala|Alaska|Ariz|Ark|Cal|Colo|Conn|Del|D\\.C|Fla|Ga|Haw|Idaho|Ill|Ind|Iowa|Kan|Ky|La|Me|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\\.H|N\\.J|N\\.M|N\\.Y|N\\.C|N\\.D|Ohio|Okla|Or|Pa|R\\.I|S\\.C|S\\.D|Tenn|Tex|Utah|Vt|Va|Wash|W\\.\\s?Va|Wis|Wyo';
const section = '\\d{1,6}[\\p{L}\\d.:–-]{0,14}(?:\\([\\p{L}\\d]{1,4}\\)){0,5}';
/** "Cal. Penal Code § 1546.1", "Fla. Stat. § 768.72", "740 Ill. Comp. Stat. 14/15" */
const stateCode = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${states})\\.?\\s(?:(?:\\p{Lu}[\\p{L}’']{0,15}\\.?|&|of)\\s){0,5}(?:Code|Laws?|Stats?\\.?|Stat|C\\.)\\s(?:Ann(?:otated|\\.)\\s)?(?:§{1,2}|[Ss]ec(?:tion|\\.))\\s?${section}|\\d{1,4}\\s(?:${states})\\.\\s(?:Comp|Rev|Cons)\\.\\sStat\\.\\s(?:Ann\\.\\s)?(?:§\\s?)?\\d{1,4}/\\d{1,5}(?:[-–.]\\d{1,5}){0,3})`,
  'gu',
);
/** The rest of "Regulation (EU) 2016/679, art. 48" */
const actArticle =
  /,\s(?:(?:[Aa]rt\.|[Aa]rticle|[Rr]ecital)\s\d{1,3}(?:\([\da-z]{1,2}\)){0,3}|(?:[Aa]rts\.|[Aa]rticles|[Rr]ecitals)\s\d{1,3}(?:\([\da-z]{1,2}\)){0,3}(?:(?:,\sand\s|,\s|\sand\s|[-–])\d{1,3}(?:\([\da-z]{1,2}\)){0,3}){0,6})(?![\p{L}\d])/uy;
const europeanAct =
  /(?:(?:Article|Art\.|Articles|Recital)\s\d{1,3}(?:\(\d{1,2}\))?(?:\([a-z]\))?\sof\s(?:the\s)?)?(?:(?:Council|Commission|Parliament)\s)?(?:(?:Implementing|Delegated|Framework)\s)?(?:Regulation|Directive|Decision)\s(?:\((?:EU|EC|EEC|Euratom)(?:,\s?(?:EU|EC|Euratom))?\)\s(?:No\.?\s)?\d{1,4}\/\d{1,4}|(?:No\.?\s)?\d{2,4}\/\d{1,4}\/(?:EC|EU|EEC|JHA|CFSP|Euratom))/g;
const short =
  /(?<![\p{L}\p{N}])(?:(\p{Lu}[\p{L}’'-]{1,30}(?:\s\p{Lu}[\p{L}’'-]{1,30})?)(?:,\s|\s)supra(?:,?\s(?:note|n\.)\s\d{1,4})?(?:,?\s(?:at\s|p\.\s?|para\.?\s)?\d{1,5}(?:[-–]\d{1,5})?)?|(?:Id|Ibid|ibid)\.?,?\s(?:at\s|p\.\s?|pp\.\s?|§\s?)\d{1,5}(?:[-–]\d{1,5})?|(?:Ibid|ibid)\.)/gu;

const pinpoint =
  /,\s(?:at\s)?\d{1,5}(?:[-–]\d{1,5})?(?:,\s\d{1,5}(?:[-–]\d{1,5})?){0,4}(?:\sn\.\s?\d+)?(?!\s?[\p{L}\d])/uy;
const courtAndYear = /\s\((?:[^()\n]{0,40}\s)?(?:1[6-9]|20)\d\d\)/y;
/** What weight a decision has: "(plurality opinion)", "(Wynn, J., dissenting)". */
const weight =
  /\s\((?:plurality(?:\sopinion)?|per\scuriam|en\sbanc|mem\.|(?:emphasis|alterations?)\s(?:added|omitted|in\soriginal)|(?:internal\s)?(?:citations?|quotation\smarks)\somitted|(?:\p{Lu}[\p{L}’'-]{1,30}(?:,|\sand)\s){1,4}(?:C\.\s?J|JJ|J)\.,\s(?:concurring|dissenting)(?:\s[\p{Ll}\s]{1,60})?)\)/uy;
const parallel = new RegExp(`,\\s\\d{1,4}\\s(?:${escaped.join('|')})\\s\\d{1,6}(?!\\d)`, 'y');

/** The longest name of a case, in characters and in words. */
const nameReach = 160;
const longestName = 16;

const leadIns =
  /^(?:[Ii]n(?! re\b)|of|for|and|on|the(?= \p{Lu})|See|Under|But|And|As|Citing|Since|Following|Also|Compare|Cf\.|E\.g\.,?|Like|Unlike|After|Before|By|From|With|Overruling|Quoting|The(?! \p{Lu}))\s/u;
const nameWord =
  /^(?:\p{Lu}[\p{L}\p{M}.’'&-]*,?|v\.?|vs\.?|of|the|and|for|in|ex|rel\.|re|parte|&|de|et|al\.,?|d\/b\/a|on|\d{1,3})$/u;

interface Match {
  start: number;
  end: number;
  /** Where the name of the case or the act ends; the rest is the citation proper. */
  nameEnd: number | undefined;
  legal: LegalReference;
}

/** What a text with a citation of law has somewhere, read at one place. */
const trace =
  /§|U\.\s?S\.|Ct\.|\d\sF\.|supra|Id\.|[Ii]bid|\/\d|\[\d{4}\]\s|Pub\.|Public\sL|ECLI|C\.?\s?F\.?\s?R|U\.?S\.?C|Fed\.|Reg\.|Stat\.|d(?<=\s\d+d)\s|v(?<=\sv)\.?\s/y;

/** What it may begin with: 1 where nothing more is told so quickly, else what stands beside it. */
const beginnings = { any: 1, beforeU: 2, beforeB: 3, afterDigit: 4, afterSpace: 5, beforeDigit: 6, beforeSpace: 7 }; // prettier-ignore
const beginningOf = new Uint8Array(0x100);
for (const unit of '§UCIPEFRS') beginningOf[unit.charCodeAt(0)] = beginnings.any;
for (let digit = 0x30; digit <= 0x39; digit++) beginningOf[digit] = beginnings.beforeSpace;
beginningOf[0x73] = beginnings.beforeU;
beginningOf[0x69] = beginnings.beforeB;
beginningOf[0x64] = beginnings.afterDigit;
beginningOf[0x76] = beginnings.afterSpace;
beginningOf[0x2f] = beginningOf[0x5b] = beginnings.beforeDigit;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const maySpace = (unit: number): boolean => unit <= 0x20 || unit >= 0x80;

/** Whether the trace may be at an offset, by the characters beside it: the pattern itself would be tried at each character. */
function mayBegin(text: string, at: number): boolean {
  switch (beginningOf[text.charCodeAt(at)] as number | undefined) {
    case beginnings.any:
      return true;
    case beginnings.beforeU:
      return text.charCodeAt(at + 1) === 0x75;
    case beginnings.beforeB:
      return text.charCodeAt(at + 1) === 0x62;
    case beginnings.afterDigit:
      return isDigit(text.charCodeAt(at - 1));
    case beginnings.afterSpace:
      return maySpace(text.charCodeAt(at - 1));
    case beginnings.beforeDigit:
      return isDigit(text.charCodeAt(at + 1));
    case beginnings.beforeSpace:
      return maySpace(text.charCodeAt(at + 1));
    default:
      return false;
  }
}

function mayCiteLaw(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (!mayBegin(text, at)) continue;
    trace.lastIndex = at;
    if (trace.test(text)) return true;
  }
  return false;
}

/** All citations of law in a text, without overlap. */
export function scanLegal(text: string): Found[] {
  const matches: Match[] = [];
  // A quick look spares most articles the rest.
  if (!mayCiteLaw(text)) return [];
  // Each pattern looks behind at each character: those that have nothing to find are told by what they can't do without.
  for (const match of reportTrace.test(text) ? text.matchAll(report) : []) {
    const found = fromReport(text, match);
    // A letter between two numbers may be anything: "at 10 F. 20 people".
    if (found.nameEnd !== undefined || !/^\p{Lu}\.$/u.test(found.legal.reporter ?? ''))
      matches.push(found);
  }
  for (const match of text.matchAll(neutral)) matches.push(withName(text, match.index, match.index + match[0].length, {
    form: 'case', reference: match[0], volume: match[1] as string, reporter: match[2] as string, page: match[3] as string,
  })); // prettier-ignore
  for (const match of /Case|ECLI/.test(text) ? text.matchAll(europeanCase) : []) {
    const end = match.index + match[0].length;
    // "In Case C-131/12, Google argued": there the comma closes the opening of the sentence.
    const opens = /(?:^|[.!?”"]\s)In\s$/.test(
      text.slice(Math.max(0, match.index - 5), match.index),
    );
    const party = opens ? 0 : lengthAt(europeanParty, text, end);
    const more = lengthAt(europeanName, text, end) || trimmed(text.slice(end, end + party));
    matches.push(
      plain(match.index, end + more, {
        form: 'case',
        reference: text.slice(match.index, end + more),
      }),
    );
  }
  for (const match of text.includes('Fed') ? text.matchAll(federalRegister) : [])
    matches.push(fromReport(text, match));
  for (const match of /§|[Ss]ec(?:tion|\.)|Stat\./.test(text) ? text.matchAll(stateCode) : []) {
    const length = trimmed(match[0]);
    matches.push(
      plain(match.index, match.index + length, {
        form: 'statute',
        reference: match[0].slice(0, length),
      }),
    );
  }
  for (const match of /\d\s[^\s\d.]{1,14}\./.test(text) ? text.matchAll(otherReport) : []) {
    const found = fromReport(text, match);
    if (found.nameEnd !== undefined && found.legal.form === 'case') matches.push(found);
  }
  for (const match of statuteTrace.test(text) ? text.matchAll(statute) : []) {
    matches.push(
      withActName(text, match.index, match.index + trimmed(match[0]), {
        form: 'statute',
        reference: match[0].slice(0, trimmed(match[0])),
      }),
    );
  }
  for (const match of /Regulation|Directive|Decision/.test(text)
    ? text.matchAll(europeanAct)
    : []) {
    const end = match.index + match[0].length;
    const to = end + lengthAt(actArticle, text, end);
    matches.push(plain(match.index, to, { form: 'act', reference: text.slice(match.index, to) }));
  }
  for (const match of /supra|Id|[Ii]bid/.test(text) ? text.matchAll(short) : []) {
    const id = /^(?:Id|Ibid|ibid)/.test(match[0]);
    const form = id ? 'id' : 'case-short';
    // "In Marbury, supra": the first word belongs to the sentence.
    const lead = match[1]?.includes(' ') ? (leadIns.exec(match[1])?.[0].length ?? 0) : 0;
    const start = match.index + lead;
    let end = match.index + match[0].length;
    end += lengthAt(weight, text, end);
    const legal: LegalReference = {
      form,
      reference: text.slice(start, end),
      ...(match[1] === undefined ? {} : { name: match[1].slice(lead) }),
    };
    // "Ibid." alone is one only where it stands alone.
    if (
      /^ibid\.$/i.test(match[0]) &&
      !standsAlone(text, match.index, match.index + match[0].length)
    )
      continue;
    matches.push(plain(start, end, legal));
  }
  matches.sort((a, b) => a.start - b.start || b.end - a.end);
  const result: Found[] = [];
  let done = 0;
  for (const match of matches) {
    if (match.start < done) continue;
    done = match.end;
    result.push(toFound(text, match));
  }
  return result;
}

function trimmed(value: string): number {
  return value.replace(/[.–-]+$/, '').length;
}

function fromReport(text: string, match: RegExpExecArray): Match {
  const [whole, volume, reporter] = match;
  const page = match.at(-1);
  const at = match.length > 4 ? match[3] : undefined;
  const start = match.index;
  let end = start + whole.length;
  for (let more = true; more;) {
    const before = end;
    if (at === undefined) end += lengthAt(parallel, text, end);
    if (end === before) end += lengthAt(pinpoint, text, end);
    more = end > before && end - start < 300;
  }
  const court = lengthAt(courtAndYear, text, end);
  end += court;
  end += lengthAt(weight, text, end);
  end += lengthAt(weight, text, end);
  const legal: LegalReference = {
    form: at === undefined ? 'case' : 'case-short',
    reference: text.slice(start, end),
    volume: volume as string,
    reporter: (reporter as string).trim(),
    page: page as string,
  };
  if (/Fed|Stat|Reg/.test(reporter as string))
    return withActName(text, start, end, { ...legal, form: 'statute' });
  return withName(text, start, end, legal);
}

function plain(start: number, end: number, legal: LegalReference): Match {
  return { start, end, nameEnd: undefined, legal };
}

/** Adds the name of the case that stands before the report: "Marbury v. Madison, ". */
function withName(text: string, start: number, end: number, legal: LegalReference): Match {
  const comma = /,?\s$/.exec(text.slice(Math.max(0, start - 2), start));
  if (!comma) return plain(start, end, legal);
  const nameEnd = start - comma[0].length;
  const window = text.slice(Math.max(0, nameEnd - nameReach), nameEnd);
  const words = window.split(/\s/);
  let first = words.length;
  while (
    first > 0 &&
    words.length - first < longestName &&
    nameWord.test((words[first - 1] as string).replace(/^[(“"]/, ''))
  ) {
    first--;
    if (/^[(“"]/.test(words[first] as string)) break;
  }
  let length = words.slice(first).join(' ').length;
  let name = window.slice(window.length - length);
  for (let lead = /^[(“"]/.exec(name) ?? leadIns.exec(name); lead; lead = leadIns.exec(name)) {
    length -= lead[0].length;
    name = window.slice(window.length - length);
  }
  // The end of the sentence before is no part of the name.
  const sentence = /^.*(?:\p{Ll}{3}|\d)[.!?]\s(?=\p{Lu})/su.exec(
    name.slice(0, Math.max(0, name.search(/\sv\.?s?\.?\s/))),
  );
  if (sentence) {
    length -= sentence[0].length;
    name = window.slice(window.length - length);
  }
  if (legal.form === 'case-short' && /^\p{Lu}[\p{L}’'-]+$/u.test(name)) {
    return { start: nameEnd - length, end, nameEnd, legal: { ...legal, name } };
  }
  if (!/\sv\.?s?\.?\s\S|^(?:In re|Ex parte|Matter of)\s/.test(name))
    return plain(start, end, legal);
  return { start: nameEnd - length, end, nameEnd, legal: { ...legal, name } };
}

/** Adds the name of the act before a statute: "Clean Air Act, 42 U.S.C. § 7401". It stays in the text. */
function withActName(text: string, start: number, end: number, legal: LegalReference): Match {
  const before =
    /(?:\p{Lu}[\p{L}’'-]*\s(?:(?:of|and|the|for|in|on)\s){0,2}){0,8}(?:Act|Code|Law)(?:\sof\s\d{4})?,\s$/u.exec(
      text.slice(Math.max(0, start - nameReach), start),
    );
  if (!before) return plain(start, end, legal);
  const name = before[0].replace(/,\s$/, '').replace(/^(?:The|In|Under)\s/, '');
  const nameEnd = start - 2;
  return { start: nameEnd - name.length, end, nameEnd, legal: { ...legal, name } };
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.charAt(end);
  // "(Interpress News, ibid.)"
  if (before === ', ') return after === ')';
  return (
    (start === 0 || /^[.!?”]?\s$/.test(before) || before.endsWith('(')) &&
    /^(?:$|[)\s])/.test(after)
  );
}

/** Settles what leaves the text: a sentence of its own goes whole, of a case that is part of a sentence the name stays. */
function toFound(text: string, { start, end, nameEnd, legal }: Match): Found {
  const item: SourceItem = { kind: 'legal', start, end, legal };
  const found: Found = { start, end, kind: 'legal', items: [item], remove: { start: end, end } };
  const signal =
    /(?:^|[.!?”’")\]]\s+)((?:See(?: also)?|Cf\.|But see|Accord|E\.g\.|See, e\.g\.),?\s+)$/.exec(
      text.slice(Math.max(0, start - 24), start),
    );
  const from = signal ? start - (signal[1] as string).length : start;
  const opensSentence =
    from === 0 || /[.!?][”’")\]]?\s+$/.test(text.slice(Math.max(0, from - 5), from));
  const closesSentence =
    /^\.?\s*$|^\.(?:[”’")\]])?\s+[\p{Lu}“"‘([]/u.test(text.slice(end, end + 5)) ||
    (text[end - 1] === '.' && /^\s/.test(text.slice(end)));
  if (opensSentence && closesSentence && from > 0) {
    if (signal) item.signal = (signal[1] as string).trim().replace(/,$/, '');
    const stop = text[end] === '.' ? end + 1 : end;
    return { ...found, remove: { start: from, end: stop } };
  }
  if (nameEnd !== undefined && (legal.form === 'case' || legal.form === 'statute')) {
    // "Marbury v. Madison, 5 U.S. 137 (1803), held": the comma before the report goes with it.
    return { ...found, remove: { start: nameEnd, end } };
  }
  return found;
}
