import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tagger, taggerOf } from '../../../../plugins/entities/tagger/index.ts';
import { packModel, unpackModel } from '../../../../plugins/entities/tagger/model.ts';

const model = new URL('../../../../plugins/entities/tagger/model.bin', import.meta.url);

/** The names of paragraphs, as `TYPE text`. */
function names(...texts: string[]): string[] {
  return tagger()
    .tag({ blocks: texts.map((text) => ({ text, kind: 'body' })) })
    .map(({ block, start, end, type }) => `${type} ${(texts[block] ?? '').slice(start, end)}`);
}

describe('tagger', () => {
  it('finds people, organisations and places that it has never seen', () => {
    expect(
      names(
        'Olumide Adeyanju-Bright, governor of the Central Bank of Zamunda, met Xiulan Ferreira-Okoth in Mombasa on Monday.',
      ),
    ).toEqual([
      'PER Olumide Adeyanju-Bright',
      'ORG Central Bank of Zamunda',
      'PER Xiulan Ferreira-Okoth',
      'LOC Mombasa',
    ]);
  });

  it('leaves titles, articles and possessives outside', () => {
    expect(
      names(
        'President Danuta Wolanska’s visit to the Netherlands was praised by Dr. Piet Achterberg.',
      ),
    ).toEqual(['PER Danuta Wolanska', 'LOC Netherlands', 'PER Piet Achterberg']);
  });

  it('makes nothing of the shape of quotation marks', () => {
    const straight =
      '"Kigali\'s markets will reopen," said Chidi O\'Rourke of the \'Harbour Trust\'. "Lusaka," she added, "won\'t wait."';
    const curly =
      '“Kigali’s markets will reopen,” said Chidi O’Rourke of the ‘Harbour Trust’. “Lusaka,” she added, “won’t wait.”';
    const tagged = (text: string) => tagger().tag({ blocks: [{ text, kind: 'body' }] });
    expect(tagged(curly)).toEqual(tagged(straight));
    expect(tagged(curly)).not.toHaveLength(0);
  });

  it('tells nationalities from countries', () => {
    expect(names('Kenyan and Ugandan officials crossed into Rwanda.')).toEqual([
      'NORP Kenyan',
      'NORP Ugandan',
      'LOC Rwanda',
    ]);
  });

  it('reads a surname in the light of the full name elsewhere', () => {
    const found = names(
      'The mayor, Thandeka Brookwater, opened the bridge on Friday.',
      'Brookwater said the work had cost less than feared.',
      'Critics of Brookwater disagreed.',
    );
    expect(found.filter((each) => each === 'PER Brookwater')).toHaveLength(2);
  });

  it('gives the same answer whatever it has read before', () => {
    const fresh = taggerOf(readFileSync(model));
    const used = taggerOf(readFileSync(model));
    const text =
      'Talks between Moldova and the European Commission resumed in Chisinau, said Ana Rusnac.';
    used.tag({
      blocks: [
        { text: 'Reading the moldova report, the ana of Commission said Talks.', kind: 'body' },
      ],
    });
    const document = { blocks: [{ text, kind: 'body' }] };
    expect(used.tag(document)).toEqual(fresh.tag(document));
  });

  it('takes odd input', () => {
    for (const text of [
      '',
      ' ',
      '.',
      '"',
      '\ud800',
      'X'.repeat(10_000),
      'A '.repeat(3000),
      '()'.repeat(500),
      'U.S.-'.repeat(500),
    ]) {
      for (const { start, end, confidence } of tagger().tag({
        blocks: [{ text, kind: 'title' }],
      })) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(start).toBeLessThan(end);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }
    }
  });

  it('gives names in order, without overlap', () => {
    const text =
      'Reuters, AFP and Kyodo reported from Seoul, Busan and Incheon that Kim Do-hyun, Park Ji-won and Lee had left LG and SK.';
    let last = 0;
    for (const { start, end } of tagger().tag({ blocks: [{ text, kind: 'body' }] })) {
      expect(start).toBeGreaterThanOrEqual(last);
      last = end;
    }
    expect(last).toBeGreaterThan(0);
  });

  it('takes time in proportion to the text', () => {
    const sentence =
      'Ministers of Ghana met Kofi Asare of the World Bank in Accra, where Asare spoke. ';
    const time = (copies: number): number => {
      const blocks = Array.from({ length: copies }, () => ({
        text: sentence.repeat(5),
        kind: 'body',
      }));
      const began = process.cpuUsage().user;
      tagger().tag({ blocks });
      return process.cpuUsage().user - began;
    };
    time(100);
    const small = Math.min(time(100), time(100), time(100));
    const large = Math.min(time(800), time(800));
    expect(large).toBeLessThan(30 * small);
  });
});

describe('the model file', () => {
  it('is small', () => {
    expect(statSync(model).size).toBeLessThan(4 * 1024 * 1024);
  });

  it('comes out as it went in', () => {
    const bytes = readFileSync(model);
    expect(Buffer.compare(packModel(unpackModel(bytes)), bytes)).toBe(0);
  });

  it('is told from other files', () => {
    expect(() => unpackModel(new Uint8Array(64))).toThrow('expected a name tagger model');
  });
});
