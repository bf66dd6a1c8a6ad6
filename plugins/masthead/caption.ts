/** Captions and credits of images: "The harbour at dawn. (Photo: Jane Roe/Agency)". */
import type { Range } from '../../src/text/index.ts';
import { countWords } from './compare.ts';
import { isName } from './names.ts';

export interface Caption {
  caption?: Range | undefined;
  credit?: Range | undefined;
  /** The stub of a credit that breaks off: "(Source:". */
  truncated?: Range | undefined;
  /** The caption itself breaks off. */
  brokenOff: boolean;
  /** Whether the words also fit a citation in prose, so that only a short block counts. */
  unsure: boolean;
}

/** No caption is longer. */
const longestCaption = 700;
/** A paragraph of more words is prose, unless what it ends on can be nothing but a credit. */
const longestUnsure = 60;

const photo =
  '(?:photo(?:graph)?s?|image|picture|pic|illustration|graphic|map|screenshot|video still|artwork|artist|credit|photo credit|image credit|' +
  'picture credit|photo source|image source|photo courtesy|image courtesy|courtesy|credits?|photographer|caption credit)';
const lead = new RegExp(
  `^(?:${photo}(?: (?:credit|source|courtesy))?\\s*(?::|(?:by|courtesy of)\\b\\s*:?)|courtesy of|©|source\\s*:|sources\\s*:)\\s*`,
  'iu',
);
const agencyPhoto =
  /^(?:AP|AFP|EPA|Reuters|Getty|REUTERS|Xinhua|File|Handout|Courtesy) (?:Photos?|Images?|photos?|Pictures?)\b/u;
const agencies =
  /^(?:file(?: photo)?[:/ ]\s*)?(?:reuters|ap|afp|epa|epa-efe|dpa|tass|xinhua|getty(?: images)?|anadolu(?: agency)?|ukrinform|pa|pa images|shutterstock|unsplash|pexels|istock|alamy|wikimedia(?: commons)?|nasa|file|handout)(?:\/[\p{L} ]{2,40})?$/iu;
/** Agencies of which nothing comes but pictures: a line of its own is a credit. */
const pictures =
  /^(?:[\p{Lu}][\p{L}.’'-]+(?: [\p{Lu}][\p{L}.’'-]+){0,2}\s?\/\s?)?(?:getty(?: images)?|ap photo|afp photo|pa images|shutterstock|unsplash|pexels|istock|istockphoto|alamy|wikimedia(?: commons)?|reuters photo|epa images|imago|picture alliance)(?: via getty images)?$/iu;
/** Whether a line is the name of an agency of which nothing comes but pictures. */
export function isPictureAgency(text: string): boolean {
  return pictures.test(text.trim());
}

const lastBracket = /[([]([^()[\]]{1,160})[)\]]\s*\.?\s*$/u;
const openBracket =
  /[([]\s*((?:photo(?:graph)?s?|image|picture|source|credit|photo credit|image credit|courtesy)(?:\s*(?:by|of)\b|\s*:|\s*$)[^()[\]]*)$/iu;
const trailing = new RegExp(
  `(?<=[.!?”"’)]|\\s[|–—]|\\s-)\\s+(${photo}(?: (?:credit|source|courtesy))?\\s*(?::|by\\b)|©)\\s*([^.!?:]{2,120})\\.?\\s*$`,
  'iu',
);
const figure = /^(?:fig(?:ure|\.)?|photo|image|picture|map|chart|graphic)\s+\d{1,3}\s*[.:–—|]\s/iu;
const captionLabel = /^(?:caption|photo caption|pictured(?: (?:above|here|left|right))?)\s*:\s*/iu;
const cutWord = /(?:,|\s(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with))$/iu;

/** Reads a whole block as a caption, a credit, or both. Undefined where it is prose. */
export function readCaption(text: string): Caption | undefined {
  if (text.length > longestCaption) return undefined;
  return (
    captionAndCredit(text) ??
    wholeCredit(text) ??
    brokenCredit(text) ??
    bracketedCredit(text) ??
    trailingCredit(text) ??
    labelled(text)
  );
}

const imageLabel = /^\s*([([]?)\s*(?:photo(?:graph)?|image|picture|caption)\s*:\s*/iu;
const innerCredit =
  /(?:[.,;]|\s[|–—-])\s+(?:photo |image |picture )?(?:credits?|courtesy|source|photo(?:graph)?|image)\s*(?::|by\b|of\b)\s*|[.,;]?\s+©\s*/iu;

/** "Photo: The harbour at dawn. Credit: A B/Agency", in brackets or not; a bracket that nothing closes has lost its end. */
function captionAndCredit(text: string): Caption | undefined {
  const label = imageLabel.exec(text);
  if (!label) return undefined;
  const from = label[0].length;
  const joint = innerCredit.exec(text.slice(from));
  if (!joint) return undefined;
  const at = from + joint.index;
  const opened = label[1] !== '';
  const closed = /[)\]]\s*\.?\s*$/u.exec(text);
  const end = closed?.index ?? text.length;
  // The full stop belongs to the caption.
  const caption = trim(text, from, text[at] === '.' ? at + 1 : at);
  const credit = trim(text, at + joint[0].length, end);
  if (caption.end <= caption.start || (closed && !opened)) return undefined;
  if (!looksLikeCredit(text.slice(credit.start, credit.end))) return undefined;
  const broken = opened && !closed;
  return {
    caption,
    ...(credit.end > credit.start ? { credit } : {}),
    ...(broken ? { truncated: { start: at + joint[0].length, end: text.trimEnd().length } } : {}),
    brokenOff: false,
    unsure: false,
  };
}

/** "Photo: A B/Agency", "(Image: NASA)" */
function wholeCredit(text: string): Caption | undefined {
  const inner = /^\s*[([]([^()[\]]{1,160})[)\]]\s*$/u.exec(text);
  const start = inner ? text.search(/[([]/) + 1 : 0;
  const words = inner?.[1] ?? text;
  if (!inner && isPictureAgency(text)) {
    const credit = trim(text, 0, text.length);
    return { credit, brokenOff: false, unsure: false };
  }
  const credit = creditIn(words, start);
  if (!credit || !looksLikeCredit(text.slice(credit.start, credit.end))) return undefined;
  const source = /^\s*sources?\b/iu.test(words);
  return { credit, brokenOff: false, unsure: source && !inner };
}

/** The name in "Photo by A B", with the offset of the text in the whole. */
function creditIn(words: string, offset: number): Range | undefined {
  const indent = words.length - words.trimStart().length;
  const match = lead.exec(words.trimStart());
  if (!match) return undefined;
  const range = trim(words, indent + match[0].length, words.length);
  return range.end > range.start
    ? { start: range.start + offset, end: range.end + offset }
    : undefined;
}

/** A name, an agency: no sentence. */
function looksLikeCredit(credit: string): boolean {
  if (
    countWords(credit) > 12 ||
    /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(credit) ||
    /[!?]$/u.test(credit)
  )
    return false;
  const lower = credit
    .split(/\s+/u)
    .filter(
      (word) =>
        /^\p{Ll}{3,}/u.test(word) &&
        !/^(?:via|and|for|der|von|van|del|the|courtesy|under|from|file|photo|handout|\p{L}+\.\p{L}+\S*)$/u.test(
          word,
        ),
    );
  return lower.length <= 1;
}

/** "… in the harbour (Source:" */
function brokenCredit(text: string): Caption | undefined {
  const match = openBracket.exec(text);
  if (!match || text.length - match.index > 100) return undefined;
  const caption = trim(text, 0, match.index);
  const stub = { start: match.index, end: text.trimEnd().length };
  const credit = creditIn(match[1] as string, text.length - (match[1] as string).length);
  return {
    ...(caption.end > caption.start ? { caption } : {}),
    ...(credit ? { credit } : {}),
    truncated: stub,
    brokenOff: false,
    unsure: false,
  };
}

/** "… in the harbour. (Photo: A B/Agency)", "[A B/Agency]", "(AP Photo/A B)" */
function bracketedCredit(text: string): Caption | undefined {
  const match = lastBracket.exec(text);
  if (!match) return undefined;
  const inside = match[1] as string;
  const open = match.index + 1;
  const square = text[match.index] === '[';
  const slash = /^([^/]{2,60})\/([^/]{2,40})$/u.exec(inside);
  const personAndAgency =
    slash !== null && isName(slash[1] as string) && /^\p{Lu}/u.test((slash[2] as string).trim());
  const own = creditIn(inside, open);
  let credit = own && looksLikeCredit(text.slice(own.start, own.end)) ? own : undefined;
  if (
    !credit &&
    (agencyPhoto.test(inside) || personAndAgency || (square && agencies.test(inside.trim())))
  ) {
    credit = trim(text, open, open + inside.length);
  }
  const caption = trim(text, 0, match.index);
  if (!credit || caption.end === caption.start) return undefined;
  const unsure = /^\s*sources?\b/iu.test(inside) || (!own && !agencyPhoto.test(inside));
  return { caption, credit, brokenOff: cutWord.test(text.slice(0, caption.end)), unsure };
}

/** "The harbour at dawn. Photograph: A B/Agency" */
function trailingCredit(text: string): Caption | undefined {
  const match = trailing.exec(text);
  if (!match) return undefined;
  const at = match.index + match[0].indexOf(match[1] as string);
  const from = text.indexOf(match[2] as string, at + (match[1] as string).length);
  const credit = trim(text, from, from + (match[2] as string).length);
  const caption = trim(text, 0, at);
  if (!looksLikeCredit(text.slice(credit.start, credit.end)) || caption.end === 0) return undefined;
  const end = text.slice(0, caption.end).replace(/\s*[|–—-]$/u, '').length;
  return { caption: { start: caption.start, end }, credit, brokenOff: false, unsure: true };
}

/** "Caption: The harbour at dawn", "Figure 1: The harbour" */
function labelled(text: string): Caption | undefined {
  const label = captionLabel.exec(text);
  if (label) {
    const caption = trim(text, label[0].length, text.length);
    return caption.end > caption.start
      ? { caption, brokenOff: cutWord.test(text.trimEnd()), unsure: false }
      : undefined;
  }
  if (!figure.test(text)) return undefined;
  return {
    caption: trim(text, 0, text.length),
    brokenOff: cutWord.test(text.trimEnd()),
    unsure: true,
  };
}

/** Whether a block is short enough to be a caption that only its credit tells. */
export function isShortCaption(text: string): boolean {
  return countWords(text) <= longestUnsure;
}

function trim(text: string, start: number, end: number): Range {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: start + words.trimEnd().length,
  };
}
