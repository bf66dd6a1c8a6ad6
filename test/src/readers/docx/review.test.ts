import { describe, expect, it } from 'vitest';
import { markdown, paragraph, read, run } from './docx.ts';

const change = 'w:id="1" w:author="Ib Krag"';

describe('comments', () => {
  it('are told and not printed', () => {
    const comments = `<w:comment w:id="4" w:author="Ib Krag">${paragraph('Says who?')}${paragraph('Ask Ane.')}</w:comment>`;
    const body = paragraph(
      `${run('Six ')}<w:commentRangeStart w:id="4"/>${run('ships', '<w:b/>')}${run(' and more')}<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>${run('.')}`,
    );
    expect(markdown({ body, comments })).toBe('Six **ships** and more.');
    expect(read({ body, comments }).messages).toEqual([
      'comment: Unexpected comment by Ib Krag on “ships and more”, it was not printed: “Says who? Ask Ane.”',
    ]);
  });

  it('show as much of a long passage as tells it', () => {
    const comments = `<w:comment w:id="4" w:author="Ib">${paragraph('Long.')}</w:comment>`;
    const body = paragraph(`<w:commentRangeStart w:id="4"/>${run('word '.repeat(100))}`);
    const [message = ''] = read({ body, comments }).messages;
    expect(message).toContain('word word…”');
    expect(message.length).toBeLessThan(160);
  });
});

describe('tracked changes', () => {
  it('are accepted and told, with the words that are gone', () => {
    const body =
      paragraph(
        `${run('Six ')}<w:del ${change}><w:r><w:delText xml:space="preserve">old </w:delText></w:r></w:del><w:del ${change}><w:r><w:delText>grey</w:delText></w:r></w:del>` +
          `<w:ins ${change}>${run('new')}</w:ins>${run(' ships.')}<w:moveFrom ${change}>${run('Hens.')}</w:moveFrom>`,
      ) + paragraph(`<w:moveTo ${change}>${run('Hens.')}</w:moveTo>`);
    expect(markdown({ body })).toBe('Six new ships.\n\nHens.');
    expect(read({ body }).messages).toEqual([
      'tracked-changes: Unexpected tracked changes, expected a final text: accepted 1 insertion, 1 move, 1 deletion; deleted “old grey”',
    ]);
  });

  it('join paragraphs whose mark was deleted, and drop rows', () => {
    const body =
      paragraph('Six ', `<w:rPr><w:del ${change}/></w:rPr>`) +
      paragraph('ships.') +
      `<w:tbl><w:tr><w:tc>${paragraph('a')}</w:tc><w:tc>${paragraph('b')}</w:tc></w:tr><w:tr><w:trPr><w:del ${change}/></w:trPr><w:tc>${paragraph('gone')}</w:tc><w:tc>${paragraph('too')}</w:tc></w:tr></w:tbl>`;
    expect(markdown({ body })).toBe('Six ships.\n\n| a | b |\n| - | - |');
    expect(read({ body }).messages.join()).toContain('deleted “gone too”');
  });

  it('take a note away with its mark', () => {
    const body = paragraph(
      `${run('Six')}<w:del ${change}><w:r><w:footnoteReference w:id="1"/></w:r></w:del>${run(' ships.')}`,
    );
    const footnotes = `<w:footnote w:id="1">${paragraph('Or seven.')}</w:footnote>`;
    expect(markdown({ body, footnotes })).toBe('Six ships.');
    expect(read({ body, footnotes }).messages.join()).toContain('deleted “Or seven.”');
  });
});

describe('what isn’t shown', () => {
  it('hidden text is told', () => {
    const body = paragraph(run('Six ships.') + run(' Not for print.', '<w:vanish/>'));
    expect(markdown({ body })).toBe('Six ships.');
    expect(read({ body }).messages).toEqual([
      'left-out: Unexpected hidden text, left out: “Not for print.”',
    ]);
  });

  it('prompts of empty fields are told, and fields that were filled in are text', () => {
    const control = (content: string): string =>
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body = paragraph(
      run('By ') +
        control(run('Click here.', '<w:rStyle w:val="PlaceholderText"/>')) +
        control(run('Ane Holm')),
    );
    expect(markdown({ body })).toBe('By Ane Holm');
    expect(read({ body }).messages).toEqual([
      'left-out: Unexpected prompt of an empty field, left out: “Click here.”',
    ]);
  });
});

describe('properties', () => {
  const core = (title: string, creator: string, more = ''): string =>
    `<dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator>${more}`;
  const body = paragraph('Six ships.');

  it('count as a fallback', () => {
    const { file } = read({
      body,
      core: core('The Ferry', 'Ane Holm;Ib Krag', '<dc:language>da-DK</dc:language>'),
    });
    expect(file.data.fallback).toEqual({
      title: 'The Ferry',
      authors: [{ name: 'Ane Holm' }, { name: 'Ib Krag' }],
    });
    expect(file.data.stated).toEqual({ language: 'da-DK' });
  });

  it.each([
    'Microsoft Word - Document1',
    'Document2',
    'Untitled',
    'ferry_final.docx',
    '[Title]',
    '7',
  ])('“%s” is no title', (title) => {
    expect(read({ body, core: core(title, '') }).file.data.fallback).toEqual({});
  });

  it.each([
    'Microsoft Office User',
    'user',
    'python-docx',
    'Admin',
    'A4-Laptop',
    'Home PC',
    'anholm',
  ])('“%s” is no author', (creator) => {
    expect(read({ body, core: core('', creator) }).file.data.fallback).toEqual({});
  });

  it('the language of most of the text counts where the properties name none', () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>';
    const danish = run('Seks skibe og en kasse høns.', '<w:lang w:val="da-DK"/>');
    expect(read({ body: paragraph(run('Six.') + danish), styles }).file.data.stated).toEqual({
      language: 'da-DK',
    });
  });
});
