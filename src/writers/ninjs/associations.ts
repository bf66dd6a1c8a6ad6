import type { ArticleImage } from '../../model/index.ts';
import { filled, webUri } from './values.ts';

/** A picture of the article. One without an address on the web is named within the article, with its path as another id. */
export function association(image: ArticleImage, article: string, index: number): object {
  const { src, alt, caption, credit } = image;
  const address = webUri(src);
  const descriptions = [
    ...(caption === null ? [] : [{ role: 'caption', contentType: 'text/plain', value: caption }]),
    ...(alt === null || alt === ''
      ? []
      : [{ role: 'alternativeText', contentType: 'text/plain', value: alt }]),
  ];
  return filled({
    name: `image-${index + 1}`,
    uri: address ?? `${article.replace(/#.*$/s, '')}#image-${index + 1}`,
    type: 'picture',
    descriptions,
    by: credit,
    renditions: address === undefined ? [] : [{ name: 'original', href: address }],
    altIds: address === undefined && src !== null ? [{ role: 'path', value: src }] : [],
  });
}
