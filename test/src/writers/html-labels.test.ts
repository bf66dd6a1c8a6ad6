import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../src/index.ts';
import { labels, labelsFor, printDate } from '../../../src/writers/html/labels.ts';
import { translations } from '../../../src/writers/html/translations.ts';

describe('the words of the page', () => {
  it.each(Object.keys(translations))('are all there in %s', (language) => {
    const words = labelsFor(language);
    expect(Object.keys(words)).toEqual(expect.arrayContaining(Object.keys(labels)));
    for (const word of Object.values(words.entityTypes)) expect(word).toMatch(/^\p{L}/u);
    const date = translations[language]?.date;
    if (date) expect(date.months.split(' ')).toHaveLength(12);
  });

  it('are in the language of the article, whatever its region', async () => {
    const value =
      '---\ntitle: Der Kai\nauthors: [Anna Birch, Bo Lind]\nlanguage: de-AT\ndate: 2022-10-19\n---\n\nEin Kai.[^1]\n\n[^1]: Eine Quelle.\n';
    const { outputs } = await createPipeline().build({
      value,
      path: 'a.md',
      formats: ['html', 'txt'],
    });
    expect(outputs.html).toContain('Von Anna Birch und Bo Lind');
    expect(outputs.html).toContain('>19. Oktober 2022</time>');
    expect(outputs.html).toContain('>Anmerkungen</h2>');
    expect(outputs.html).toContain('aria-label="Zurück zu Verweis 1"');
    expect(outputs.txt).toContain('Anmerkungen\n-----------');
  });

  it('are English where we have none in the language', () => {
    expect(labelsFor('sw').notes).toBe('Notes');
    expect(labelsFor('constructor').notes).toBe('Notes');
  });

  it.each([
    ['2022-10-01', 'fr', '1er octobre 2022'],
    ['2022-10', 'es-MX', 'octubre de 2022'],
    ['2022', 'pt', '2022'],
    ['2022-10-19', 'ru', '2022-10-19'],
    ['2022-13', 'de', '2022-13'],
  ])('write %s in %s as %s', (date, language, printed) => {
    expect(printDate(date, language)).toBe(printed);
  });

  it('join the names of authors', () => {
    expect(labelsFor('ar').list(['ليلى', 'سامي'])).toBe('ليلى وسامي');
    expect(labelsFor('fr').list(['A', 'B', 'C'])).toBe('A, B et C');
  });
});
