/** What stands above the text where there is no front matter: as an author would have typed it, so that it is found again. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Article, MastheadRole } from '../../model/index.ts';
import { mastheadBlocks } from '../above-text.ts';
import { labels, printDate } from '../html/labels.ts';
import type { WriterInput } from '../writer.ts';

export function openingBlocks({ tree, article }: WriterInput): RootContent[] {
  const { metadata } = article;
  const { publication, authors, date, language } = metadata;
  const printed = (role: MastheadRole): PhrasingContent[][] =>
    mastheadBlocks(tree, role).map(({ children }) => children);
  const names = authors.map(({ name }) => name);
  return [
    ...printed('title').map((children): RootContent => ({ type: 'heading', depth: 1, children })),
    ...printed('subtitle').map(paragraph),
    ...(publication ? [line(publicationLine(publication))] : []),
    ...(names.length > 0 ? [line(`${labels.by} ${labels.list(names)}`)] : []),
    ...(date && date.origin !== 'inferred' ? [line(printDate(date.value, language))] : []),
    ...printed('other').map(paragraph),
    ...metadata.images.flatMap(({ caption, credit, src, alt }) => {
      const photo = credit === null ? '' : `Photo: ${credit}`;
      if (caption === null) return photo === '' ? [] : [line(photo)];
      const words = photo === '' ? caption : `${caption} (${photo})`;
      if (src === null) return [line(`Caption: ${words}`)];
      return [paragraph([{ type: 'image', url: src, alt: alt ?? '', title: words }])];
    }),
  ];
}

function publicationLine({
  name,
  volume,
  issue,
}: NonNullable<Article['metadata']['publication']>): string {
  return [
    `Publication: ${name}`,
    ...(volume === null ? [] : [`${labels.volume}: ${volume}`]),
    ...(issue === null ? [] : [`${labels.issue}: ${issue}`]),
  ].join(' ');
}

function line(value: string): Paragraph {
  return paragraph([text(value)]);
}

function paragraph(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
