/** The plain text writer: what can be read anywhere, and sent by mail. */
import type { Root } from 'mdast';
import type { TxtConfig } from '../../config/types.ts';
import type { Article, MastheadRole } from '../../model/index.ts';
import { mastheadBlocks, withDateline } from '../above-text.ts';
import { labelsFor, printDate, type Labels } from '../html/labels.ts';
import { numberNotes, type NumberedNotes } from '../number-notes.ts';
import type { Writer } from '../writer.ts';
import { blockLines, hanging, narrower, underlined, type Setting } from './blocks.ts';
import { inlineText } from './inline.ts';
import { wrap } from './wrap.ts';

/** Plain text: headline, byline, text, and the notes at the end under their numbers. */
export const txtWriter: Writer = {
  extension: 'txt',
  write: ({ tree, article, txt }) => {
    const parts = [...headLines(tree, article, txt), ...textParts(tree, article, txt)];
    return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  },
};

/** The body and the notes alone. */
export function plainBody(tree: Root, article: Article, config?: TxtConfig): string {
  return textParts(tree, article, config)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function settingOf(tree: Root, config: TxtConfig = {}): [Setting, NumberedNotes] {
  const notes = numberNotes(tree);
  const { width = 0, pullQuotes = 'omit' } = config;
  return [{ width, numbers: notes.numbers, pullQuotes: pullQuotes === 'mark' }, notes];
}

function headLines(tree: Root, { metadata }: Article, config?: TxtConfig): string[][] {
  const [setting] = settingOf(tree, config);
  const { publication, authors, date, language } = metadata;
  const labels = labelsFor(language);
  const set = (text: string | null): string[] => (text === null ? [] : wrap(text, setting.width));
  const printed = (role: MastheadRole): string[] =>
    mastheadBlocks(tree, role).flatMap(({ children }) =>
      set(inlineText(children, setting.numbers)),
    );
  const title = printed('title');
  const names = authors.map(({ name }) => name);
  const by = names.length === 0 ? null : `${labels.by} ${labels.list(names)}`;
  const captions = metadata.images.flatMap(({ caption, credit }) => {
    const words = [caption, credit === null ? null : `(${credit})`].filter((each) => each !== null);
    return words.length === 0 ? [] : [set(`[${words.join(' ')}]`)];
  });
  return [
    underlined(title.length > 0 ? title : set(metadata.title), '='),
    printed('subtitle'),
    set(publication && publicationLine(publication, labels)),
    [...set(by), ...set(date && printDate(date.value, language))],
    printed('other'),
    ...captions,
  ].filter((lines) => lines.some((line) => line !== ''));
}

function publicationLine(
  { name, volume, issue }: NonNullable<Article['metadata']['publication']>,
  labels: Labels,
): string {
  return [
    name,
    volume === null ? '' : `, ${labels.volume} ${volume}`,
    issue === null ? '' : `, ${labels.issue} ${issue}`,
  ].join('');
}

function textParts(tree: Root, article: Article, config?: TxtConfig): string[][] {
  const [setting, { definitions }] = settingOf(tree, config);
  const blocks = withDateline(tree.children, article.metadata.dateline);
  const parts = [blockLines(blocks, setting)];
  if (definitions.length > 0) {
    const size = String(definitions.length).length + 3;
    const inner = narrower(setting, size);
    const notes = definitions.flatMap((definition, index) =>
      hanging(blockLines(definition.children, inner), `[${index + 1}]`, size),
    );
    parts.push(underlined([labelsFor(article.metadata.language).notes], '-'), notes);
  }
  return parts.filter((lines) => lines.length > 0);
}
