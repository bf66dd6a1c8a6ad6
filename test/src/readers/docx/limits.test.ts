import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync, strFromU8, strToU8, zipSync, zlibSync } from 'fflate';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { LimitError } from '../../../../src/index.ts';
import { DocxError } from '../../../../src/readers/docx/index.ts';
import { docx, paragraph, read, run, wordsIn } from './docx.ts';

const shared = fileURLToPath(new URL('../../../../../shared/security', import.meta.url));

/** Reads a file that must be refused. @returns the reason, and how long it took in milliseconds. */
function refusal(bytes: Uint8Array): { reason: string; time: number } {
  const start = performance.now();
  try {
    read(bytes);
  } catch (error) {
    expect(error instanceof DocxError || error instanceof LimitError).toBe(true);
    return { reason: (error as Error).message, time: performance.now() - start };
  }
  throw new Error('It was read.');
}

/** Changes the central directory of an archive: the field at `offset` of each entry whose name is given. */
function withField(bytes: Uint8Array, name: string, offset: number, value: number): Uint8Array {
  const result = Uint8Array.from(bytes);
  const view = new DataView(result.buffer);
  for (let at = 0; at + 46 < result.length; at++) {
    if (view.getUint32(at, true) !== 0x0201_4b50) continue;
    const length = view.getUint16(at + 28, true);
    if (strFromU8(result.subarray(at + 46, at + 46 + length)) === name)
      view.setUint32(at + offset, value, true);
  }
  return result;
}

describe('a file beyond the limits is refused at once', () => {
  it('with a part that inflates to far more than its packed size', () => {
    const bytes = docx({ body: paragraph('a '.repeat(12_000_000)) });
    expect(bytes.length).toBeLessThan(60_000);
    const { reason, time } = refusal(bytes);
    expect(reason).toMatch(
      /^Unexpected size in bytes of word\/document\.xml: [\d,]+, expected at most 16,000,000 \(limits\.docxPartBytes\)$/,
    );
    expect(time).toBeLessThan(20_000);
  });

  it('with text that packs a thousandfold', () => {
    const { reason, time } = refusal(docx({ body: paragraph('a').repeat(100_000) }));
    expect(reason).toContain('ratio of the size of word/document.xml to its packed size');
    expect(time).toBeLessThan(20_000);
  });

  it('with a directory that names a smaller size than a part has', () => {
    const bytes = docx({ body: paragraph('a '.repeat(400_000)) });
    const { reason } = refusal(withField(bytes, 'word/document.xml', 24, 1000));
    expect(reason).toContain("word/document.xml can't be unpacked");
  });

  it('with a part that isn’t what its checksum says', () => {
    const bytes = docx({ body: paragraph('The mill.') });
    expect(refusal(withField(bytes, 'word/document.xml', 16, 1)).reason).toContain('checksum');
  });

  it('with more files than it may have', () => {
    const files = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`${index}`, new Uint8Array()]),
    );
    expect(refusal(zipSync(files, { level: 0 })).reason).toContain(
      '10,001, expected at most 10,000 (limits.docxFiles)',
    );
  });

  it('with elements nested too deeply', () => {
    const body = '<w:smartTag>'.repeat(5000) + '</w:smartTag>'.repeat(5000);
    expect(refusal(docx({ body })).reason).toContain(
      'depth of elements in word/document.xml: 201, expected at most 200 (limits.nestingDepth)',
    );
  });

  it('with more elements than it may have', () => {
    let body = '';
    for (let index = 0; index < 600_001; index++)
      body += `<x${((index * 2_654_435_761) % 4_294_967_296).toString(36)}/>`;
    const { reason, time } = refusal(docx({ body }));
    expect(reason).toMatch(/number of elements in word\/document\.xml/);
    expect(time).toBeLessThan(20_000);
  });

  it('with more paragraphs than it may have', () => {
    let body = '';
    for (let index = 0; index < 20_001; index++)
      body += `<w:p>${(index * 2_654_435_761) % 4_294_967_296}</w:p>`;
    expect(refusal(docx({ body })).reason).toContain(
      '20,001, expected at most 20,000 (limits.docxParagraphs)',
    );
  });

  it('with entities that stand for one another', () => {
    const files = unzipSync(docx({ body: paragraph('x') }));
    files['word/document.xml'] = strToU8(
      '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><d>&b;</d>',
    );
    expect(refusal(zipSync(files)).reason).toContain('word/document.xml is no well-formed XML');
  });
});

describe('what is no Word file is told so', () => {
  it.each([
    ['nothing', new Uint8Array()],
    ['text', strToU8('A letter, and no archive.')],
    ['another kind of packing', zlibSync(strToU8('A letter.'))],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes).reason).toContain('it is no ZIP archive');
  });

  it('an encrypted file, or one of before 2007', () => {
    const bytes = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0);
    expect(refusal(bytes).reason).toContain('encrypted, or in the old .doc format');
  });

  it('an archive without a text', () => {
    expect(refusal(zipSync({ 'a.txt': strToU8('a') })).reason).toContain(
      'there is no word/document.xml in it',
    );
  });

  it('a file that is cut off', () => {
    const bytes = docx({ body: paragraph('The mill.') });
    expect(refusal(bytes.subarray(0, bytes.length - 40)).reason).toContain('damaged');
  });
});

describe('what repeats itself takes no more than its share of time', () => {
  const varied = (index: number): string => ((index * 2_654_435_761) % 4_294_967_296).toString(36);
  const times = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => make(index)).join('');

  it.each([
    [
      'formats',
      paragraph(times(20_000, (index) => run(varied(index), index % 2 ? '<w:b/>' : '<w:i/>'))),
    ],
    [
      'fields without an end',
      paragraph(
        times(
          20_000,
          (index) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run(varied(index))}`,
        ),
      ),
    ],
    [
      'nested fields',
      paragraph(
        times(
          20_000,
          (index) =>
            `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>${varied(index)}</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run(varied(index))}`,
        ) + times(20_000, () => '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
      ),
    ],
    [
      'deleted paragraph marks',
      times(20_000, (index) => paragraph(varied(index), '<w:rPr><w:del/></w:rPr>')),
    ],
    [
      'wide cells',
      `<w:tbl>${times(9000, (index) => `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph(varied(index))}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr>`)}</w:tbl>`,
    ],
    [
      'long cells',
      `<w:tbl>${times(9000, (index) => `<w:tr><w:tc>${paragraph(index === 0 ? times(20_000, varied) : varied(index))}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr>`)}</w:tbl>`,
    ],
    [
      'quotes',
      times(
        9000,
        (index) =>
          `<w:p><w:pPr><w:pStyle w:val="${index % 2 ? 'Quote' : 'PullQuote'}"/></w:pPr>${run(`The words ${varied(index)} of a quote that stands nowhere`)}</w:p>`,
      ),
    ],
    [
      'comments',
      paragraph(
        times(5000, (index) => `<w:commentRangeStart w:id="${index}"/>${run(varied(index))}`),
      ),
    ],
  ])('%s', (_, body) => {
    const comments = times(
      5000,
      (index) => `<w:comment w:id="${index}">${paragraph('Why?')}</w:comment>`,
    );
    const start = performance.now();
    const { tree } = read({ body, comments });
    expect(tree.children.length).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe.runIf(existsSync(shared))('collected files', () => {
  // Tests are listed also where they are skipped.
  const files = (folder: string): string[] =>
    existsSync(join(shared, folder))
      ? readdirSync(join(shared, folder))
          .filter((name) => name.endsWith('.docx'))
          .map((name) => join(shared, folder, name))
      : [];

  it.each(files('docx-fuzz'))('%s ends soon, with a text or a reason', (path) => {
    const start = performance.now();
    try {
      read(readFileSync(path));
    } catch (error) {
      expect(error instanceof DocxError || error instanceof LimitError).toBe(true);
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it.each(files('docx-mammoth'))('%s is read without loss', (path) => {
    const bytes = readFileSync(path);
    const { tree, file, messages } = read(bytes);
    const said = [toString(tree, { includeImageAlt: true }), ...messages].join(' ');
    for (const word of wordsIn(bytes)) expect(said).toContain(word);
    const parts = unzipSync(bytes);
    const images = Object.keys(parts).filter((name) => /^word\/media\/.+/.test(name));
    expect(file.data.assets).toHaveLength(images.length);
  });
});
