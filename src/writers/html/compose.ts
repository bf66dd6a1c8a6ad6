import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Article } from '../../model/index.ts';
import type { HtmlSettings } from '../writer.ts';
import type { HtmlContent } from './content.ts';
import { contentsList } from './contents.ts';
import { directionOf } from './direction.ts';
import { declareFirstMentions, nameKey } from './entities.ts';
import { arrangeHeadings } from './headings.ts';
import { arrangeImages } from './images.ts';
import { articleHeader, addDateline, imagesAbove } from './header.ts';
import { prefixIds } from './ids.ts';
import { labelsFor } from './labels.ts';
import { separateLinks } from './links.ts';
import { noteSection } from './notes.ts';
import { arrangeTables } from './tables.ts';

/** Puts the article element together from its parts. It isn't safe yet. */
export function composeArticle(
  content: HtmlContent,
  article: Article,
  settings: HtmlSettings,
): Element {
  const { body } = content;
  const { language } = article.metadata;
  const labels = labelsFor(language);
  declareFirstMentions(content, article);
  const headings = arrangeHeadings(body);
  arrangeImages(body, settings.images ?? 'keep', imagesAbove(article));
  arrangeTables(body, labels);
  addDateline(content, article);

  const element = h(
    'article',
    {
      lang: language,
      dir: directionOf(article),
      vocab: 'https://schema.org/',
      typeof: 'NewsArticle',
    },
    [
      articleHeader(content, article, settings),
      contentsList(headings, labels),
      h('div', { className: ['body'] }, body.children as ElementContent[]),
      noteSection(content.notes, labels),
      nameKey(article),
    ],
  );
  separateLinks(element);
  prefixIds(element);
  return element;
}
