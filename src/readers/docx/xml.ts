/** XML to a small tree, within bounds that are checked while it is parsed. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { LimitError, type Limits } from '../../limits.ts';
import { DocxError } from './limits.ts';

/** An element. Names have the usual prefix of their namespace, whatever prefix the file uses: `w:p`. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** Namespaces by their usual prefixes, in the transitional and in the strict form of the format. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/drawing/2017/decorative': 'adec',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/**
 * Parses one part of the file.
 *
 * @throws DocxError where it isn't well-formed; LimitError where it is beyond the limits.
 */
export function parseXml(bytes: Uint8Array, part: string, limits: Readonly<Limits>): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let elements = 0;
  let paragraphs = 0;

  parser.on('opentag', (tag: SaxesTagNS) => {
    if (++elements > limits.docxElements)
      throw new LimitError('docxElements', `number of elements in ${part}`, elements, limits);
    if (open.length > limits.nestingDepth)
      throw new LimitError('nestingDepth', `depth of elements in ${part}`, open.length, limits);
    const element: XmlElement = {
      name: qualified(tag.uri, tag.local),
      attributes: attributesOf(tag),
      children: [],
    };
    if (element.name === 'w:p' && ++paragraphs > limits.docxParagraphs)
      throw new LimitError('docxParagraphs', `number of paragraphs in ${part}`, paragraphs, limits);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (text: string): void => void open.at(-1)?.children.push(text);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('error', (error) => {
    throw new DocxError(`${part} is no well-formed XML (${error.message})`, { cause: error });
  });
  parser.write(decodeXml(bytes)).close();
  const first = root.children.find((each) => typeof each !== 'string');
  if (!first) throw new DocxError(`${part} is empty, expected XML`);
  return first;
}

function attributesOf(tag: SaxesTagNS): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
    // What Word notes down of its own sessions is on every element and says nothing of the text.
    if (prefix === 'xmlns' || local.startsWith('rsid')) continue;
    attributes[uri === '' ? local : qualified(uri, local)] = value;
  }
  return attributes;
}

function qualified(uri: string, local: string): string {
  const prefix = prefixes[uri];
  return prefix === undefined ? `?:${local}` : `${prefix}:${local}`;
}

/** UTF-8 or UTF-16, by the byte order mark, as the format has it. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (each): each is XmlElement => typeof each !== 'string' && each.name === name,
  );
}

/** All children that are elements; of one name, where it is given. */
export function childElements(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (each): each is XmlElement =>
      typeof each !== 'string' && (name === undefined || each.name === name),
  );
}

/** The `w:val` of a child. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** Whether a child that stands for yes or no is there and says yes. Undefined where it isn't there. */
export function flag(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  if (!found) return undefined;
  return !/^(?:0|false|off|none)$/i.test(found.attributes['w:val'] ?? 'true');
}

/** The first element of a name at any depth, in document order. */
export function descendant(element: XmlElement, name: string): XmlElement | undefined {
  for (const each of childElements(element)) {
    const found = each.name === name ? each : descendant(each, name);
    if (found) return found;
  }
  return undefined;
}

/** All character data within an element. */
export function textContent(element: XmlElement): string {
  return element.children
    .map((each) => (typeof each === 'string' ? each : textContent(each)))
    .join('');
}
