/** Drawings: images, and text in boxes. */
import type { Image } from 'mdast';
import type { Story } from './reading.ts';
import { wordsOf } from './review.ts';
import { child, childElements, descendant, textContent, type XmlElement } from './xml.ts';

/** What stands in a drawing. */
export interface Drawing {
  images: Image[];
  /** Texts in boxes, each a text of its own. */
  boxes: XmlElement[];
  /** The drawing is a line across the page. */
  rule: boolean;
}

/** A remark that Word adds to descriptions that it made itself. */
const automatic =
  /\s*(?:Description|AI-generated content)[^.]{0,20} (?:automatically generated|may be incorrect)[^.\n]*\.?\s*$/i;

/** Some programs put the path of the image where its description belongs. */
const fileName =
  /^(?:[a-z]:|file:|https?:|\.{0,2}[\\/])?\S*\.(?:png|jpe?g|gif|webp|avif|bmp|tiff?|svg|emf|wmf)$/i;

export function readDrawing(element: XmlElement, story: Story): Drawing {
  const drawing: Drawing = { images: [], boxes: [], rule: false };
  collect(element, story, drawing, '');
  return drawing;
}

function collect(element: XmlElement, story: Story, drawing: Drawing, outerAlt: string): void {
  const { images, review } = story.reading;
  const add = (id: string | undefined, alt: string): void => {
    const image = images.image(story.part, id, alt);
    if (image) drawing.images.push(image);
  };
  let alt = outerAlt;
  for (const each of childElements(element)) {
    switch (each.name) {
      case 'wp:docPr':
        alt = altOf(each, alt);
        break;
      case 'pic:pic': {
        const own = altOf(child(child(each, 'pic:nvPicPr'), 'pic:cNvPr'), alt);
        const blip = descendant(each, 'a:blip')?.attributes;
        if (blip) add(blip['r:embed'] ?? blip['r:link'], own);
        break;
      }
      case 'v:rect':
        if (each.attributes['o:hr'] !== undefined) drawing.rule = true;
        collect(each, story, drawing, alt);
        break;
      case 'v:imagedata': {
        const { 'r:id': id, 'o:relid': relid, 'o:title': title } = each.attributes;
        const shape = element.attributes['alt'];
        add(id ?? relid, tidy(shape ?? title ?? '') || alt);
        break;
      }
      case 'w:txbxContent':
        drawing.boxes.push(each);
        break;
      case 'c:chart':
        review.leftOut('chart', chartWords(each, story) || alt);
        break;
      case 'dgm:relIds':
        review.leftOut('diagram', partWords(each.attributes['r:dm'], story) || alt);
        break;
      case 'mc:AlternateContent':
        collect(chosen(each), story, drawing, alt);
        break;
      default:
        collect(each, story, drawing, alt);
    }
  }
}

/** The first of the alternatives; the last where the first has nothing to show. */
export function chosen(alternatives: XmlElement): XmlElement {
  const [first, ...others] = childElements(alternatives);
  const none: XmlElement = { name: '', attributes: {}, children: [] };
  if (!first) return none;
  return first.children.length > 0 ? first : (others.at(-1) ?? none);
}

function altOf(properties: XmlElement | undefined, outer: string): string {
  if (!properties) return outer;
  const decorative = descendant(properties, 'adec:decorative')?.attributes['val'];
  if (decorative === '1' || decorative === 'true') return '';
  return tidy(properties.attributes['descr'] ?? properties.attributes['title'] ?? '') || outer;
}

function tidy(alt: string): string {
  const words = alt.replace(automatic, '').replace(/\s+/g, ' ').trim();
  return fileName.test(words) ? '' : words;
}

function partWords(id: string | undefined, story: Story): string {
  const target = id === undefined ? undefined : story.part.relationships.get(id);
  const part = target && !target.external ? story.reading.package.part(target.target) : undefined;
  return part ? wordsOf(part.root) : '';
}

function chartWords(chart: XmlElement, story: Story): string {
  const id = chart.attributes['r:id'];
  const target = id === undefined ? undefined : story.part.relationships.get(id);
  const part = target && !target.external ? story.reading.package.part(target.target) : undefined;
  if (!part) return '';
  const values: string[] = [];
  const walk = (element: XmlElement): void => {
    for (const each of childElements(element)) {
      if (each.name === 'c:v') values.push(textContent(each));
      else walk(each);
    }
  };
  walk(part.root);
  return [wordsOf(part.root), ...values].filter((each) => each !== '').join(' ');
}
