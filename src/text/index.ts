/** Tools for running text, shared by our plugins and a user's. */
export * from './blocks.ts';
export {
  TextView,
  textView,
  toPosition,
  type Edit,
  type Span,
  type TextContainer,
} from './text-view.ts';
export * from './dates.ts';
export * from './decided.ts';
export * from './quote-anchor.ts';
export { sentences, type Sentence } from './sentences.ts';
export {
  detectLanguage,
  isEnglish,
  languageOf,
  reportOtherLanguage,
  ScriptTally,
} from './language.ts';
export { eachNode } from './each-node.ts';
export { firstEndingAfter, type Range } from './ranges.ts';
export { characterSize, classOf, hasWord, isSpaceAt, unitClass } from './unit-class.ts';
