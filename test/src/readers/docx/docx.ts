/** Makes Word files for tests from the parts that matter, and reads them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { articleSyntax } from '../../../../src/syntax.ts';
import { readDocx } from '../../../../src/readers/docx/index.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Parts {
  /** What stands in `w:body`. */
  body: string;
  /** What stands in the roots of the other parts. */
  styles?: string;
  numbering?: string;
  footnotes?: string;
  endnotes?: string;
  comments?: string;
  /** What stands in the root of `docProps/core.xml`. */
  core?: string;
  /** Targets of relationships of the text, by id. */
  links?: Record<string, string>;
  /** Images by id. */
  images?: Record<string, Uint8Array>;
}

/** A whole file. */
export function docx({ body, core, links = {}, images = {}, ...others }: Parts): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    '_rels/.rels': relationships([
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ]),
    'word/document.xml': xml(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
  };
  const list = Object.entries(links).map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="${office}/hyperlink" Target="${target}" TargetMode="External"/>`,
  );
  for (const [id, bytes] of Object.entries(images)) {
    files[`word/media/${id}.png`] = bytes;
    list.push(`<Relationship Id="${id}" Type="${office}/image" Target="media/${id}.png"/>`);
  }
  for (const [name, content] of Object.entries(others) as [string, string][]) {
    files[`word/${name}.xml`] = xml(`<w:${name} ${namespaces}>${content}</w:${name}>`);
    list.push(`<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`);
  }
  files['word/_rels/document.xml.rels'] = relationships(list);
  if (core !== undefined) {
    files['docProps/core.xml'] = xml(
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`,
    );
  }
  return zipSync(files);
}

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`);
}

function relationships(list: readonly string[]): Uint8Array {
  return xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`,
  );
}

/** A run of text. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph of runs, or of a text. */
export function paragraph(content: string, properties = ''): string {
  const runs = content.startsWith('<') ? content : run(content);
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`;
}

/** A paragraph with a style of the name. */
export function styled(style: string, content: string): string {
  return paragraph(content, `<w:pStyle w:val="${style}"/>`);
}

export function style(id: string, name: string, based?: string, more = ''): string {
  const basedOn = based === undefined ? '' : `<w:basedOn w:val="${based}"/>`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn}${more}</w:style>`;
}

/** An image that stands in the text. */
export function image(id: string, alt = ''): string {
  return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
}

/** A text box, in the form of today and in that of old. */
export function box(content: string): string {
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}

export interface Read {
  tree: Root;
  file: VFile;
  /** The messages, as `rule: reason`. */
  messages: string[];
}

export function read(parts: Parts | Uint8Array): Read {
  const value = parts instanceof Uint8Array ? parts : docx(parts);
  const file = new VFile({ path: 'article.docx', value });
  const tree = readDocx(file);
  return {
    tree,
    file,
    messages: file.messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`),
  };
}

/** The bytes that a PNG begins with, and a number that makes it another. */
export function png(number = 0): Uint8Array {
  return Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, number);
}

const printer = unified()
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    listItemIndent: 'one',
    emphasis: '*',
    incrementListMarker: true,
  })
  .use(articleSyntax)
  .freeze();

/** What is read, as Markdown. */
export function markdown(parts: Parts): string {
  return printer.stringify(read(parts).tree).trim();
}

/** The words that stand in the texts of a file, its notes and its comments. */
export function wordsIn(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  return ['document', 'footnotes', 'endnotes', 'comments'].flatMap((name) => {
    const part = strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array());
    const texts = [...part.matchAll(/<w:(?:t|delText)(?: [^>]*)?>([^<]*)</g)];
    return texts.flatMap(([, text = '']) => words(text.replace(/&(?:\w+|#\w+);/g, ' ')));
  });
}

/** Words as letters and digits alone. */
export function words(text: string): string[] {
  return text.normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? [];
}
