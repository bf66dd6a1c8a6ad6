import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { processArticle } from './article.ts';

const house = fileURLToPath(new URL('styles/house.csl', import.meta.url));

/** `citeproc` is optional: `CITEPROC=/folder/node_modules/citeproc` names one that is installed elsewhere. */
function installedCiteproc(): string | undefined {
  const named = process.env['CITEPROC'];
  if (named !== undefined) return existsSync(named) ? named : undefined;
  try {
    return dirname(createRequire(import.meta.url).resolve('citeproc'));
  } catch {
    return undefined;
  }
}

/** The style in a folder of its own, with what is installed there. */
function styleIn(install: (modules: string) => void, source = house): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-style-'));
  mkdirSync(join(folder, 'node_modules'));
  install(join(folder, 'node_modules'));
  copyFileSync(source, join(folder, 'house.csl'));
  return join(folder, 'house.csl');
}

const citeproc = installedCiteproc();
const notesOf = (markdown: string): string[] => markdown.match(/^\[\^.*$/gm) ?? [];

/** A package that writes what it is asked, in the place of the real one. */
const stub = `
exports.Engine = class {
  constructor(system) { this.system = system; this.opt = { xclass: 'note' }; }
  updateItems(ids) { this.ids = ids; }
  makeCitationCluster(cites) {
    return cites.map(({ id, position, locator, label, prefix = '', suffix = '' }) => {
      const item = this.system.retrieveItem(id);
      return prefix + '<i>' + (item['container-title'] ?? item.title) + '</i> &#38; <b>' + (position ? 'again' : 'first') + '</b>' +
        (locator ? ' ' + label + ' ' + locator : '') + (item.URL ? ' ' + item.URL : '') + suffix;
    }).join('; ') + '.';
  }
};`;

function withStub(code = stub): string {
  return styleIn((modules) => {
    mkdirSync(join(modules, 'citeproc'));
    writeFileSync(join(modules, 'citeproc', 'index.js'), code);
  });
}

describe.runIf(citeproc === undefined)('without citeproc', () => {
  test('a style says at once what to install', () => {
    expect(() => processArticle('One.', { style: house })).toThrow(
      'Unexpected style "house.csl": styles in CSL need the package citeproc, which is not installed. Install it with: npm install citeproc',
    );
  });
});

test('a style that is not there is named', () => {
  expect(() => processArticle('One.', { style: './nowhere.csl' })).toThrow(
    /Unexpected style "\.\/nowhere\.csl": ENOENT/,
  );
});

test('a style that citeproc refuses is named', () => {
  const style = withStub(
    'exports.Engine = class { constructor() { throw new Error("no style"); } };',
  );
  expect(() => processArticle('One.', { style })).toThrow(
    'Unexpected content of the style "house.csl", expected CSL 1.0: no style',
  );
});

test('a name that is no style is named', () => {
  expect(() => processArticle('One.', { style: 'house' })).toThrow(
    /Unexpected style "house", expected one of chicago-notes, ap, plain/,
  );
});

describe('what the package writes becomes notes', () => {
  const style = withStub();
  const notes = (text: string): string[] => notesOf(processArticle(text, { style }).markdown);

  test.each([
    ['formatting', 'A (TASS, May 3).', ['[^1]: *TASS* & **first**.']],
    [
      'what stood earlier',
      'A (TASS, May 3). B (TASS, May 3; Reuters, May 4).',
      ['[^1]: *TASS* & **first**.', '[^2]: *TASS* & **again**; *Reuters* & **first**.'],
    ],
    [
      'signal and remark',
      'A (see TASS, May 3, in Russian).',
      ['[^1]: See *TASS* & **first**, in Russian.'],
    ],
    [
      'an address as a link',
      'A ([The Diplomat](https://thediplomat.com/a), May 3).',
      ['[^1]: *The Diplomat* & **first** <https://thediplomat.com/a>.'],
    ],
    [
      'an outlet that was lost',
      'A (, May 3).',
      [String.raw`[^outlet-missing-1]: *\[outlet missing]* & **first**.`],
    ],
    [
      'a page',
      'In Roe v. Wade, 410 U.S. 113 (1973), it held. Id., at 120.',
      ['[^1]: *U.S.* & **first**.', '[^2]: *U.S.* & **again** page 120.'],
    ],
  ])('%s', (_what, text, expected) => {
    expect(notes(text)).toEqual(expected);
  });

  test('entries of the article’s own list stay as they stand', () => {
    const text = 'A (Roe 2019).\n\n## References\n\nRoe, J. (2019). *The Wall*. Quarry Press.';
    expect(notes(text)).toEqual(['[^1]: Roe, J. (2019). *The Wall*. Quarry Press.']);
  });

  test('notes that are there stay as they are, and the output read again is the same', () => {
    const text =
      'A (TASS, May 3). B (, May 4).[^x] C (Reuters, May 5).\n\n[^x]: Mine,  *as* it is.';
    const first = processArticle(text, { style });
    expect(processArticle(first.markdown, { style }).markdown).toBe(first.markdown);
  });

  test('where the style writes nothing, or leaves out that the outlet is lost, ours does', () => {
    const silent = withStub(
      stub.replace(/return cites.map[\s\S]*join\('; '\) \+ '\.'/, "return ''"),
    );
    const { markdown } = processArticle('A (TASS, May 3).', { style: silent });
    expect(notesOf(markdown)).toEqual(['[^1]: TASS, May 3, 2022.']);
    const curt = withStub(
      stub.replace(/return cites.map[\s\S]*join\('; '\) \+ '\.'/, "return 'A.'"),
    );
    expect(notesOf(processArticle('A (, May 3).', { style: curt }).markdown)).toEqual([
      String.raw`[^outlet-missing-1]: \[outlet missing], May 3, 2022.`,
    ]);
  });

  test('a style for the text gives the entries of its bibliography', () => {
    const inText = withStub(`
exports.Engine = class {
  constructor() { this.opt = { xclass: 'in-text' }; }
  updateItems(ids) { this.ids = ids; }
  makeBibliography() {
    return [{ entry_ids: this.ids.map((id) => [id]) }, this.ids.map((id) => '  <div class="csl-entry"><div class="csl-left-margin">1. </div><div class="csl-right-inline">Of <i>' + id + '</i>.</div></div>\\n')];
  }
};`);
    const { markdown } = processArticle('A (TASS, May 3; Reuters, May 4).', { style: inText });
    expect(notesOf(markdown)).toEqual(['[^1]: Of *tass-2022-05-03*; Of *reuters-2022-05-04*.']);
  });
});

const real =
  citeproc === undefined
    ? 'the real package (skipped: citeproc is not installed)'
    : 'the real package';
describe.runIf(citeproc !== undefined)(real, () => {
  test('writes notes, later ones short', () => {
    const style = styleIn((modules) => symlinkSync(citeproc as string, join(modules, 'citeproc')));
    const text =
      'A (see Jane Roe, “What Now?” Kommersant, May 5, in Russian). B (TASS, June 3–5). C (TASS, June 3–5; Reuters, May 4). D (, May 3). E (Smith and Jones 2019, p. 4).';
    const first = processArticle(text, { style });
    expect(notesOf(first.markdown)).toEqual([
      '[^1]: See Jane Roe, “What Now?,” *Kommersant*, 5 May 2022, in Russian.',
      '[^2]: *TASS*, 3–5 June 2022.',
      '[^3]: *TASS*, as above; *Reuters*, 4 May 2022.',
      String.raw`[^outlet-missing-1]: *\[outlet missing]*, 3 May 2022.`,
      '[^5]: Smith and Jones, 2019, p. 4.',
    ]);
    expect(processArticle(first.markdown, { style }).markdown).toBe(first.markdown);
  });
});
