import { describe, expect, test } from 'vitest';
import { processArticle } from './article.ts';

const law = (text: string): { markdown: string; found: string[] } => {
  const { markdown, citations } = processArticle(text);
  return {
    markdown,
    found: citations.flatMap(({ kind, occurrences }) =>
      kind === 'legal' ? occurrences.map(({ raw }) => raw) : [],
    ),
  };
};

describe('law', () => {
  test.each([
    [
      'In Marbury v. Madison, 5 U.S. 137 (1803), the Court held it.',
      'Marbury v. Madison, 5 U.S. 137 (1803)',
    ],
    [
      'It held so in Brown v. Board of Education of Topeka, 347 U.S. 483, 495 (1954), once.',
      'Brown v. Board of Education of Topeka, 347 U.S. 483, 495 (1954)',
    ],
    [
      'That is settled (Smith v. Jones, 123 F.3d 456, 460 (9th Cir. 1997)).',
      '(Smith v. Jones, 123 F.3d 456, 460 (9th Cir. 1997))',
    ],
    ['See In re Gault, 387 U.S. 1 (1967), on this.', 'In re Gault, 387 U.S. 1 (1967)'],
    ['As said in Marbury, supra, at 140, it is.', 'Marbury, supra, at 140'],
    ['The rest follows. Id., at 141.', 'Id., at 141'],
    ['He sued under 42 U.S.C. § 1983 at once.', '42 U.S.C. § 1983'],
    ['The rule is in 17 C.F.R. § 240.10b-5 today.', '17 C.F.R. § 240.10b-5'],
    ['It was passed as Pub. L. No. 111-148 then.', 'Pub. L. No. 111-148'],
    ['Regulation (EU) 2016/679 applies.', 'Regulation (EU) 2016/679'],
    ['Article 17 of Directive (EU) 2019/790 applies.', 'Article 17 of Directive (EU) 2019/790'],
    ['It replaced Directive 95/46/EC at last.', 'Directive 95/46/EC'],
    [
      'See Case C-131/12 Google Spain, EU:C:2014:317, for more.',
      'Case C-131/12 Google Spain, EU:C:2014:317',
    ],
    [
      'See 71 Fed. Reg. 4,302, 4,310 (Jan. 5, 2006), on it.',
      '71 Fed. Reg. 4,302, 4,310 (Jan. 5, 2006)',
    ],
    ['He sued under N.Y. Gen. Bus. Law § 349(h) at once.', 'N.Y. Gen. Bus. Law § 349(h)'],
    ['He sued under Fla. Stat. § 768.72 at once.', 'Fla. Stat. § 768.72'],
    ['He sued under 740 Ill. Comp. Stat. 14/15 at once.', '740 Ill. Comp. Stat. 14/15'],
    ['As Vermont Yankee, supra, at 543, has it, so be it.', 'Vermont Yankee, supra, at 543'],
    ['In Marbury, supra, at 140, it is.', 'Marbury, supra, at 140'],
    [
      'It is in Directive 95/46/EC, arts. 7(f) and 14, too.',
      'Directive 95/46/EC, arts. 7(f) and 14',
    ],
    ['It fell in Case C-362/14, Schrems, and again.', 'Case C-362/14, Schrems'],
    ['It fell in Case C-362/14, Schrems.', 'Case C-362/14, Schrems'],
    ['In Case C-131/12, Google argued that it fell.', 'Case C-131/12'],
    [
      'It is clear. Id. at 71 (Kagan, J., concurring in part). So it is.',
      'Id. at 71 (Kagan, J., concurring in part)',
    ],
    [
      'It was so in Smith v. Jones, 123 F.3d 456, 460 (9th Cir. 1997) (en banc), they say.',
      'Smith v. Jones, 123 F.3d 456, 460 (9th Cir. 1997) (en banc)',
    ],
    [
      'It was so in Smith v. Jones, 123 F.3d 456 (9th Cir. 1997) (the land was dry), they say.',
      'Smith v. Jones, 123 F.3d 456 (9th Cir. 1997)',
    ],
    ['It was lost in R (Miller) v Prime Minister, [2019] UKSC 41, then.', '[2019] UKSC 41'],
  ])('%s', (text, expected) => {
    expect(law(text).found).toEqual([expected]);
  });

  test('the name of a case stays in the sentence', () => {
    expect(law('In Marbury v. Madison, 5 U.S. 137 (1803), the Court held it.').markdown).toBe(
      'In Marbury v. Madison,[^1] the Court held it.\n\n[^1]: *Marbury v. Madison*, 5 U.S. 137 (1803).\n',
    );
    expect(law('He sued under 42 U.S.C. § 1983, and won.').markdown).toBe(
      'He sued under 42 U.S.C. § 1983,[^1] and won.\n\n[^1]: 42 U.S.C. § 1983.\n',
    );
  });

  test('a short name of two words is tied to its case', () => {
    const { citations } = processArticle(
      'It held so in Vermont Yankee Power Corp. v. Smith, 435 U.S. 519 (1978), once. As Vermont Yankee, supra, at 543, has it, so be it.',
    );
    expect(citations[1]?.items[0]?.title).toBe(citations[0]?.items[0]?.title);
  });

  test('a sentence that is a citation goes', () => {
    expect(
      law('The Court may review. Marbury v. Madison, 5 U.S. 137 (1803). It does.').markdown,
    ).toBe(
      'The Court may review.[^1] It does.\n\n[^1]: *Marbury v. Madison*, 5 U.S. 137 (1803).\n',
    );
  });

  test.each([
    'It cost 5 U.S. dollars and 137 others.',
    'The case Smith v. Jones drags on.',
    'A ratio of 5/6 and 95/46.',
    'At 10 F. 20 people came.',
  ])('no citation: %s', (text) => {
    expect(law(text).found).toEqual([]);
  });
});
