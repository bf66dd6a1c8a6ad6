import { describe, expect, test } from 'vitest';
import { processArticle, sourcesOf } from './article.ts';

/** An article that cites by author and year elsewhere, so that the habit is known. */
const habit = 'This is well known (Brown et al. 2001).\n\n';

const cite = (sentence: string): string[] =>
  sourcesOf(processArticle(`${habit}${sentence}`)).slice(1);

describe('author and date', () => {
  test.each([
    ['(Smith 2019)', 'Smith 2019'],
    ['(Smith, 2019)', 'Smith 2019'],
    ['(Smith and Jones, 2019, p. 4)', 'Smith & Jones 2019 @4'],
    ['(Smith & Jones 2019)', 'Smith & Jones 2019'],
    ['(Smith, Jones, and Lee 2019)', 'Smith & Jones & Lee 2019'],
    ['(Smith et al., 2019a, 2019b; Lee 2020)', 'Smith 2019; Smith 2019; Lee 2020'],
    ['(Smith et al. 2019)', 'Smith 2019'],
    ['(see Smith 2019; but see Jones 2020)', 'Smith 2019; Jones 2020'],
    ['(e.g., Smith, 2019; Jones, 2020)', 'Smith 2019; Jones 2020'],
    ['(cf. Smith 2019)', 'Smith 2019'],
    ['(Smith 2019: 45)', 'Smith 2019 @45'],
    ['(Smith 2019:45–47)', 'Smith 2019 @45–47'],
    ['(Smith 2019, 45)', 'Smith 2019 @45'],
    ['(Smith 2019, pp. 4–6)', 'Smith 2019 @4–6'],
    ['(Smith 2019, chap. 3)', 'Smith 2019 @chap. 3'],
    ['(Smith 2019, Table 2)', 'Smith 2019 @Table 2'],
    ['(Smith 2019, Jones 2020)', 'Smith 2019; Jones 2020'],
    ['(Smith 2019 and Jones 2020)', 'Smith 2019; Jones 2020'],
    ['(Smith 2019, 2020)', 'Smith 2019; Smith 2020'],
    ['(Smith 2019; 2020)', 'Smith 2019; Smith 2020'],
    ['(Smith 2019, cited in Jones 2020)', 'Smith 2019; Jones 2020'],
    ['(Smith 1867/1976)', 'Smith 1976'],
    ['(Smith 1999 [1985])', 'Smith 1999'],
    ['(Smith, n.d.)', 'Smith n.d.'],
    ['(Smith, forthcoming)', 'Smith forthcoming'],
    ['(A. Smith 2019)', 'Smith 2019'],
    ['(de la Cruz 2019)', 'de la Cruz 2019'],
    ['(O’Neill 2019)', 'O’Neill 2019'],
    ['(García-Márquez 2019)', 'García-Márquez 2019'],
    ['(World Health Organization, 2020)', 'World Health Organization 2020'],
    ['(see Smith 2019 for a review)', 'Smith 2019'],
    ['[Smith 2019]', 'Smith 2019'],
    ['(Smith and Jones 2014; for an answer, Lee 2015)', 'Smith & Jones 2014; Lee 2015'],
    ['(for a recent review see Lee 2015)', 'Lee 2015'],
    ['(compare Smith 2002 with Lee 2015)', 'Smith 2002; Lee 2015'],
    ['(WHO 2019)', 'WHO 2019'],
  ])('%s', (citation, expected) => {
    expect(cite(`That was found before ${citation}.`)).toEqual([expected]);
  });

  test.each([
    ['Smith (2019) argues that it is so.', 'Smith[^2] argues'],
    ['Smith and Jones (2019, p. 4) find none.', 'Smith and Jones[^2] find'],
    ['As Smith et al. (2019) note, none.', 'Smith et al.[^2] note'],
    ['This follows Smith and her colleagues (2019) in part.', 'colleagues[^2] in'],
    ['Smith’s (2019) study is new.', 'Smith’s[^2] study'],
    ['Watts, Duncan, and Quan (2018) asked again.', 'Quan[^2] asked'],
    ['As Smith (2019) puts it, none.', 'Smith[^2] puts'],
    ['As Smith [2019] shows, none.', 'Smith[^2] shows'],
    ['When Smith and her co-authors (2019) asked, none.', 'co-authors[^2] asked'],
  ])('in the sentence: %s', (sentence, expected) => {
    const result = processArticle(`${habit}${sentence}`);
    expect(result.citations).toHaveLength(2);
    expect(result.markdown).toContain(expected);
  });

  test.each([
    'He liked *Parasite* (2019) a lot.',
    'They saw Blade Runner (1982) again.',
    'The games (Tokyo 2020) were late.',
    'Her novel Beloved (Vintage, 2004) sold well.',
    'The album (Columbia Records, 1965) is out.',
    'Growth slowed (June 2019).',
    'Growth slowed in China (2019).',
    'The crisis (2008–2010) is over.',
    'It is his first book (2019).',
    'The law (Act 2019) stands.',
    'It fell (from 2019).',
  ])('no citation: %s', (sentence) => {
    const result = processArticle(`${habit}${sentence}`);
    expect(sourcesOf(result)).toHaveLength(1);
    expect(result.markdown).toContain(sentence);
  });

  test('an author, a title and a year are a source, but not in an article about songs', () => {
    const text = 'That was found before (Doe, “Rivers,” 1990).';
    expect(processArticle(text).markdown).toContain('[^1]: Doe, “Rivers,” 1990.');
    const arts = 'The singer made an album of songs in a concert of jazz.\n\n';
    expect(processArticle(arts + text).rules).toEqual(['citations/possible-citation']);
  });

  const list =
    '## References\n\nJones, P. (2020). *A Second Title*. Press.\n\nSmith, J., & Jones, P. (2019). A title. *A Journal*, 4(2), 10–20.\n';

  test('the entry becomes the note and leaves the list', () => {
    const { markdown, citations, rules } = processArticle(
      `It is so (Smith and Jones, 2019, p. 12; Jones 2020). Jones (2020) argues.\n\n${list}`,
    );
    expect(markdown).toBe(
      'It is so.[^1] Jones[^2] argues.\n\n' +
        '[^1]: Smith, J., & Jones, P. (2019). A title. *A Journal*, 4(2), 10–20, p. 12; Jones, P. (2020). *A Second Title*. Press.\n\n' +
        '[^2]: Jones 2020.\n',
    );
    expect(citations[0]?.items[0]).toMatchObject({
      type: 'article-journal',
      author: [
        { family: 'Smith', given: 'J.' },
        { family: 'Jones', given: 'P.' },
      ],
      title: 'A title',
      locator: '12',
    });
    expect(citations[0]?.items[1]?.id).toBe(citations[1]?.items[0]?.id);
    expect(rules).toEqual(['citations/list-became-notes']);
  });

  test('entries that nobody cites stay', () => {
    const { markdown, rules } = processArticle(`It is so (Jones 2020).\n\n${list}`);
    expect(markdown).toContain('## References\n\nSmith, J.');
    expect(rules).toEqual(['citations/note-without-mark']);
  });

  test('a source without an entry is reported', () => {
    const { markdown, rules } = processArticle(
      `It is so (Jones 2020; Lee et al. 2001; Smith & Jones 2019).\n\n${list}`,
    );
    expect(markdown).toContain('; Lee et al. 2001; ');
    expect(rules).toEqual(['citations/list-became-notes', 'citations/mark-without-note']);
  });

  test('entries on lines of one paragraph', () => {
    const { markdown } = processArticle(
      'So (Jones 2020).\n\n**References**\n\nJones, P. (2020). A title. Press.\nSmith, J. (2019). Another. Press.',
    );
    expect(markdown).toContain('[^1]: Jones, P. (2020). A title. Press.');
    expect(markdown).toContain('\n\nSmith, J. (2019). Another. Press.\n\n');
  });

  test('prose under a heading is no list', () => {
    const text =
      'So (Jones et al. 2020).\n\n## Sources\n\nThe parishes of the valley (pop. 1,204 in 1900) kept their letters.';
    expect(processArticle(text).markdown).toContain('kept their letters.');
  });

  test('the letter behind the year tells entries apart', () => {
    const { citations } = processArticle(
      'So (Smith 2019b).\n\n## References\n\n- Smith, J. (2019a). First. Press.\n- Smith, J. (2019b). Second. Press.',
    );
    expect(citations[0]?.items[0]?.title).toBe('Second');
  });
});
