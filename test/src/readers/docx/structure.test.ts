import { describe, expect, it } from 'vitest';
import { box, image, markdown, paragraph, png, read, run, style, styled } from './docx.ts';

const prose =
  'The ferry left the pier at six in the morning, as it had done on every working day since the war, with eleven ' +
  'passengers, two bicycles and a crate of hens aboard, and nobody on the quay thought anything of it at the time.';

describe('text', () => {
  it('keeps what means something and drops how it looks', () => {
    const body = paragraph(
      run('The ') +
        run('bold', '<w:b/>') +
        run(' and ', '<w:color w:val="FF0000"/>') +
        run('slanted', '<w:i/>') +
        run(' and ') +
        run('struck', '<w:strike/>') +
        run(', not ', '<w:b w:val="0"/>') +
        run('lined', '<w:u w:val="single"/>') +
        run('.'),
    );
    expect(markdown({ body })).toBe('The **bold** and *slanted* and ~~struck~~, not lined.');
  });

  it('puts white space outside of emphasis, and joins what Word cut in pieces', () => {
    const body = paragraph(
      run('The ') +
        run(' har', '<w:b/>') +
        run('bour ', '<w:b/>') +
        run('wall', '<w:b/><w:i/>') +
        run(' of', '<w:b/>') +
        run(' Sæby'),
    );
    expect(markdown({ body })).toBe('The  **harbour *wall* of** Sæby');
  });

  it('follows styles of characters', () => {
    const styles =
      '<w:style w:type="character" w:styleId="Deckname"><w:name w:val="Ship"/><w:basedOn w:val="Base"/></w:style>' +
      '<w:style w:type="character" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:i/></w:rPr></w:style>';
    const body = paragraph(
      run('The ') +
        run('Halcyon', '<w:rStyle w:val="Deckname"/>') +
        run(' and ') +
        run('not', '<w:rStyle w:val="Deckname"/><w:i w:val="false"/>'),
    );
    expect(markdown({ body, styles })).toBe('The *Halcyon* and not');
  });

  it('keeps the meaning of raised and lowered numbers, and of symbol fonts', () => {
    const up = '<w:vertAlign w:val="superscript"/>';
    const down = '<w:vertAlign w:val="subscript"/>';
    const body = paragraph(
      run('10') +
        run('-6', up) +
        run(' of CO') +
        run('2', down) +
        run(' on the 1') +
        run('st', up) +
        run(' ') +
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' +
        run('a', '<w:rFonts w:ascii="Symbol"/>'),
    );
    expect(markdown({ body })).toBe('10⁻⁶ of CO₂ on the 1st ✓α');
  });

  it('has line breaks, tabs, hyphens, and paragraphs where two breaks make one', () => {
    const body = paragraph(
      '<w:r><w:tab/><w:t>one</w:t><w:br/><w:t>two</w:t><w:noBreakHyphen/><w:t>b</w:t><w:br/><w:br/><w:t>three</w:t><w:br w:type="page"/><w:t>four</w:t><w:br/></w:r>',
    );
    expect(markdown({ body })).toBe('one\\\ntwo‑b\n\nthree four');
  });

  it('reads formulas and readings of words', () => {
    const fraction =
      '<m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>';
    const ruby = `<w:r><w:ruby><w:rt>${run('とうきょう')}</w:rt><w:rubyBase>${run('東京')}</w:rubyBase></w:ruby></w:r>`;
    expect(markdown({ body: paragraph(run('Half is ') + fraction + run(' in ') + ruby) })).toBe(
      'Half is (a+b)/2 in 東京(とうきょう)',
    );
  });

  it('joins a large first letter to its word', () => {
    const body =
      paragraph(run('T'), '<w:framePr w:dropCap="drop" w:lines="3"/>') +
      paragraph('he ferry left.');
    expect(markdown({ body })).toBe('The ferry left.');
  });

  it('sees through smart tags, content controls and changes of direction', () => {
    const body = `<w:sdt><w:sdtContent>${paragraph(`<w:smartTag w:element="place">${run('Sæby')}</w:smartTag><w:sdt><w:sdtContent>${run(' and')}</w:sdtContent></w:sdt><w:dir w:val="rtl">${run(' Skagen')}</w:dir>`)}</w:sdtContent></w:sdt>`;
    expect(markdown({ body })).toBe('Sæby and Skagen');
  });
});

describe('links and fields', () => {
  it('reads links of both kinds and keeps their addresses', () => {
    const code = (text: string): string =>
      `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = paragraph(
      `<w:hyperlink r:id="h1">${run('the ')}${run('log', '<w:b/>')}</w:hyperlink>${run(', ')}` +
        `${mark('begin')}${code(' HYPERLINK "mailto:a@')}${code('example.org" ')}${mark('separate')}${run('a letter')}${mark('end')}${run(', ')}` +
        `<w:fldSimple w:instr=' HYPERLINK "https://example.org/b" \\l "c" '>${run('a list')}</w:fldSimple>${run(', ')}` +
        `<w:hyperlink w:anchor="top">${run('above')}</w:hyperlink>${run(', page ')}${mark('begin')}${code('PAGE')}${mark('separate')}${run('4')}${mark('end')}`,
    );
    const links = { h1: 'javascript:alert(1)' };
    expect(markdown({ body, links })).toBe(
      '[the **log**](javascript:alert\\(1\\)), [a letter](mailto:a@example.org), [a list](https://example.org/b#c), above, page 4',
    );
  });

  it('loses no text to a field that is never closed', () => {
    const body =
      paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('All of this stays.')}`) +
      paragraph('This too.');
    expect(markdown({ body })).toBe('All of this stays.\n\nThis too.');
  });

  it('leaves out the table of contents, and says so', () => {
    const body =
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('The pier 3')}</w:sdtContent></w:sdt>` +
      styled('TOC1', 'The quay 4') +
      paragraph(prose);
    const { messages } = read({ body });
    expect(markdown({ body })).toBe(prose);
    expect(messages.join()).toContain('The pier 3');
    expect(messages.join()).toContain('The quay 4');
  });
});

describe('blocks', () => {
  it('reads headings by names of styles, what they are based on, and outline levels', () => {
    const styles =
      style('berschrift2', 'heading 2') +
      style('House', 'House head', 'berschrift2') +
      style('Level', 'Level', undefined, '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>');
    const body =
      styled('Heading1', 'One') +
      styled('berschrift2', 'Two') +
      styled('House', 'Also two') +
      styled('Level', 'Three') +
      paragraph('Four', '<w:outlineLvl w:val="3"/>') +
      paragraph('Text', '<w:outlineLvl w:val="9"/>');
    expect(markdown({ body, styles })).toBe(
      '# One\n\n## Two\n\n## Also two\n\n### Three\n\n#### Four\n\nText',
    );
  });

  it('takes a title, a subtitle and authors for what they are, wherever headings begin', () => {
    const body =
      paragraph('Harbour notes') +
      styled('Title', 'The Ferry') +
      styled('Subtitle', 'It still sails') +
      styled('Author', 'By Ane Holm and Ib Krag') +
      paragraph(prose) +
      styled('Heading1', 'The pier') +
      paragraph(prose);
    const { file } = read({ body });
    expect(file.data.stated).toEqual({
      title: 'The Ferry',
      subtitle: 'It still sails',
      authors: [{ name: 'Ane Holm' }, { name: 'Ib Krag' }],
    });
    expect(markdown({ body })).toBe(
      `# The Ferry\n\nHarbour notes\n\nIt still sails\n\n${prose}\n\n## The pier\n\n${prose}`,
    );
  });

  it('takes bold lines for headings in a file that has no others', () => {
    const bold = '<w:b/>';
    const body =
      paragraph(prose) +
      paragraph(run('The pier', bold)) +
      paragraph(prose) +
      paragraph(run('Is it safe?', bold)) +
      paragraph(prose);
    expect(markdown({ body })).toBe(
      `${prose}\n\n## The pier\n\n${prose}\n\n**Is it safe?**\n\n${prose}`,
    );
  });

  it('reads quotations, code and breaks between sections', () => {
    const border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>';
    const body =
      styled('Quote', 'One.') +
      styled('Quote', 'Two.') +
      paragraph('* * *') +
      styled('HTMLPreformatted', 'let  a') +
      styled('HTMLPreformatted', 'let b') +
      paragraph('', border) +
      paragraph('End.');
    expect(markdown({ body })).toBe(
      '> One.\n>\n> Two.\n\n---\n\n```\nlet  a\nlet b\n```\n\n---\n\nEnd.',
    );
  });

  it('leaves out page furniture', () => {
    const body =
      paragraph(prose) + '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>';
    expect(markdown({ body })).toBe(prose);
  });
});

describe('lists', () => {
  const level = (index: number, format: string, start = 1, text = '%1.'): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering =
    `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', 3)}${level(1, 'bullet', 1, '•')}${level(2, 'lowerRoman')}</w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="2">${level(0, 'bullet', 1, ' ')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>';
  const item = (text: string, ilvl: number, num = 1): string =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${num}"/></w:numPr>`);

  it('nests them, and numbers them as Word does', () => {
    const body =
      item('three', 0) +
      item('a', 1) +
      item('i', 2) +
      item('ii', 2) +
      item('b', 1) +
      item('four', 0) +
      paragraph('Between.') +
      item('five', 0) +
      item('seven', 0, 2) +
      item('no item', 0, 0);
    expect(markdown({ body, numbering })).toBe(
      '3. three\n   - a\n     1. i\n     2. ii\n   - b\n4. four\n\nBetween.\n\n5. five\n\n7) seven\n\nno item',
    );
  });

  it('goes on with an item where the mark is blank', () => {
    expect(
      markdown({ body: item('three', 0) + item('more of it', 0, 3) + item('four', 0), numbering }),
    ).toBe('3. three\n\n   more of it\n\n4. four');
  });

  it('takes the numbering of a style, and none for a heading', () => {
    const numbers = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles =
      style('Item', 'Item', undefined, numbers) + style('Head', 'heading 1', undefined, numbers);
    expect(
      markdown({ body: styled('Head', 'The pier') + styled('Item', 'planks'), styles, numbering }),
    ).toContain('# The pier\n\n');
  });
});

describe('tables', () => {
  const cell = (content: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

  it('fills up merged cells and keeps the paragraphs of a cell apart', () => {
    const body = `<w:tbl>${row(cell(paragraph('Port'), '<w:gridSpan w:val="2"/>'), cell(paragraph('Ships')))}${row(cell(paragraph('Sæby'), '<w:vMerge w:val="restart"/>'), cell(paragraph('old')), cell(paragraph('3') + paragraph('or 4')))}${row(cell(paragraph(''), '<w:vMerge/>'), cell(paragraph('new')), cell(paragraph('9')))}</w:tbl>`;
    expect(markdown({ body })).toBe(
      '| Port |     | Ships  |\n| ---- | --- | ------ |\n| Sæby | old | 3 or 4 |\n|      | new | 9      |',
    );
  });

  it('takes apart a table that only lays out the page', () => {
    const body = `<w:tbl>${row(cell(styled('Heading1', 'Left') + paragraph('One.')), cell(paragraph('Two.')))}</w:tbl><w:tbl>${row(cell(paragraph('Alone.')))}</w:tbl>`;
    expect(markdown({ body })).toBe('# Left\n\nOne.\n\nTwo.\n\nAlone.');
  });
});

describe('notes', () => {
  const mark = (kind: string, id: number): string =>
    `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (kind: string, id: number, content: string): string =>
    `<w:${kind} w:id="${id}">${content}</w:${kind}>`;
  const separator =
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>';

  it('are one sequence by their marks, with their formatting', () => {
    const body = paragraph(
      run('Six', '<w:b/>') +
        mark('endnote', 1) +
        run(' ships') +
        mark('footnote', 2) +
        run(' and') +
        mark('footnote', 1) +
        run(' hens.'),
    );
    const footnotes =
      separator +
      note(
        'footnote',
        1,
        paragraph(`<w:r><w:footnoteRef/></w:r>${run(' In ')}${run('crates', '<w:i/>')}`),
      ) +
      note('footnote', 2, paragraph('First.') + paragraph('Second.'));
    expect(
      markdown({ body, footnotes, endnotes: note('endnote', 1, paragraph('At the end.')) }),
    ).toBe(
      '**Six**[^1] ships[^2] and[^3] hens.\n\n[^1]: At the end.\n\n[^2]: First.\n\n    Second.\n\n[^3]: In *crates*',
    );
  });

  it('get a number in place of a mark of the author’s own', () => {
    const body = paragraph(
      `${run('Six')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>${run(' ships')}`,
    );
    expect(markdown({ body, footnotes: note('footnote', 1, paragraph('Or so.')) })).toBe(
      'Six[^1] ships\n\n[^1]: Or so.',
    );
  });

  it('that have no mark, and marks that have no note, are told', () => {
    const { tree, messages } = read({
      body: paragraph(run('Six') + mark('footnote', 9)),
      footnotes: note('footnote', 1, paragraph('Lost words.')),
    });
    expect(tree.children).toHaveLength(1);
    expect(messages).toEqual([
      'left-out: Unexpected mark of a footnote that is missing, left out',
      'left-out: Unexpected note without a mark in the text, left out: “Lost words.”',
    ]);
  });
});

describe('images', () => {
  it('are files named by what they hold, each once', () => {
    const images = { i1: png(1), i2: png(1), i3: png(2) };
    const body =
      paragraph(image('i1', 'The pier')) +
      paragraph(run('So ') + image('i2') + image('i3', 'C:\\x\\hens.png'));
    const { file } = read({ body, images });
    const paths = file.data.assets?.map(({ path }) => path) ?? [];
    expect(paths).toHaveLength(2);
    for (const path of paths) expect(path).toMatch(/^assets\/[\da-f]{16}\.png$/);
    expect(markdown({ body, images })).toBe(
      `![The pier](${paths[0]})\n\nSo ![](${paths[0]})![](${paths[1]})`,
    );
    expect(file.data.assets?.[1]?.bytes).toEqual(png(2));
  });

  it('go by their bytes, not by their names; what is none is told', () => {
    const images = {
      i1: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
      i2: new TextEncoder().encode('<svg onload="x"/>'),
    };
    const { file, messages } = read({
      body: paragraph(image('i1') + image('i2', 'A chart') + image('i9')),
      images,
    });
    expect(file.data.assets?.map(({ path }) => path.slice(-4))).toEqual(['.jpg']);
    expect(messages).toEqual([
      'left-out: Unexpected image that is missing or in an unknown format (2 times), left out: “A chart”',
    ]);
  });

  it('take their captions: above the text stated, within it as titles', () => {
    const images = { i1: png(1), i2: png(2) };
    const body =
      styled('Title', 'The Ferry') +
      paragraph(image('i1', 'A pier')) +
      styled('Caption', 'The pier at six') +
      paragraph(prose) +
      styled('Caption', 'The hens') +
      paragraph(image('i2'));
    const { file } = read({ body, images });
    const [first, second] = file.data.assets ?? [];
    expect(file.data.stated?.images).toEqual([
      { caption: 'The pier at six', alt: 'A pier', src: first?.path },
    ]);
    expect(markdown({ body, images })).toBe(
      `# The Ferry\n\n![A pier](${first?.path})\n\nThe pier at six\n\n${prose}\n\n![](${second?.path} "The hens")`,
    );
  });
});

describe('pull quotes', () => {
  const words = 'nobody on the quay thought anything of it at the time';

  it.each([
    ['a style', styled('PullQuote', `“${words}.”`)],
    ['a quotation that repeats the text', styled('IntenseQuote', words.toUpperCase())],
    ['a box that repeats the text', paragraph(box(paragraph(words)))],
  ])('%s', (_, quote) => {
    const { file } = read({ body: paragraph(prose) + quote });
    expect(file.data.stated?.pullQuotes).toMatchObject([{ origin: 'author' }]);
    expect(markdown({ body: paragraph(prose) + quote })).toBe(prose);
  });

  it('name who says them', () => {
    const { file } = read({
      body: paragraph(prose) + styled('PullQuote', words) + styled('PullQuote', '— Ane Holm'),
    });
    expect(file.data.stated?.pullQuotes).toEqual([
      { text: words, origin: 'author', speaker: 'Ane Holm' },
    ]);
  });

  it('stay in the text where it has other words', () => {
    const body =
      paragraph(prose) +
      styled('PullQuote', 'The hens were never found again.') +
      paragraph(box(paragraph('A box of its own.')));
    expect(read({ body }).file.data.stated?.pullQuotes).toBeUndefined();
    expect(markdown({ body })).toBe(
      `${prose}\n\n> The hens were never found again.\n\nA box of its own.`,
    );
  });
});
