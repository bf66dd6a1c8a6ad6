import type { Article } from '../../model/index.ts';

const rtlLanguage =
  /^(?:ar|arc|azb|bal|bgn|ckb|dv|fa|glk|he|iw|ks|lrc|mzn|nqo|pnb|prs|ps|sd|sdh|syr|ug|ur|yi|ji)(?:-|$)/i;
const script = /^[a-z]{2,3}(?:-[a-z]{3})?-([a-z]{4})(?:-|$)/i;
const rtlScript = /^(?:arab|aran|adlm|hebr|mand|mend|nkoo|rohg|samr|syrc|thaa)$/i;
const rtlLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const letter = /\p{L}/gu;
/** Where letters that run from right to left stand in Unicode: a cheap look before the count. */
const rightToLeft = /[\u0590-\u08FF\uD83A\uD802\uD803\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** How much of a text is enough to tell its direction by. */
const sample = 2000;

/** `rtl` for an article that runs from right to left, by its language or, where that is not told, by its letters. */
export function directionOf(article: Article): 'rtl' | undefined {
  const { language } = article.metadata;
  const named = script.exec(language)?.[1];
  if (named !== undefined) return rtlScript.test(named) ? 'rtl' : undefined;
  if (rtlLanguage.test(language)) return 'rtl';
  const text = article.text.slice(0, sample);
  if (!rightToLeft.test(text)) return undefined;
  const letters = text.match(letter)?.length ?? 0;
  return (text.match(rtlLetter)?.length ?? 0) > letters / 2 ? 'rtl' : undefined;
}
