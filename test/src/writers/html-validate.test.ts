import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { htmlWriter } from '../../../src/writers/html/index.ts';
import { sampleInput, type SampleOptions } from './html-sample.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({ root: true, extends: ['html-validate:recommended'] }),
);

async function faults(options: Readonly<SampleOptions>): Promise<string[]> {
  const html = await htmlWriter.write(sampleInput(options));
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (line ${line})`),
  );
}

const cases: Record<string, SampleOptions> = {
  'a feature article': {},
  'an article with its picture': {
    image: { src: 'harbour.jpg', alt: 'A harbour', credit: 'M. Aune' },
  },
  'an article with nothing': { markdown: '', masthead: {} },
  'text alone': { markdown: 'One paragraph & no more.', masthead: {} },
  'a long headline': {
    markdown: 'Text.',
    masthead: { title: `A headline that ${'goes on and '.repeat(12)}ends` },
  },
  'headings in disorder': {
    markdown:
      '#### Four\n\n# One\n\n### Three\n\n## Two\n\n## Two\n\n######\n\n##### 5 & ä\n\nText.',
  },
  'notes with blocks': {
    markdown:
      'Text[^a] and[^b] more[^a].\n\n[^a]: One.\n\n    Two.\n\n    - three\n[^b]: > Quoted.\n[^c]: Never marked.',
  },
  'images, breaks and rules': {
    markdown: '![](a.png)\n\nText ![b](b.png "B") more  \nline\n\n---\n\n~~old~~ `code` **new**',
  },
  'a table with an empty head': { markdown: '| | a |\n|:-:|--:|\n| b | 1 |\n| c |' },
  'raw HTML': {
    markdown:
      'A <kbd>key</kbd> and H<sub>2</sub>O.\n\n<details><summary>More</summary>\n\nInside.\n\n</details>\n\n<div align="center" class="x" style="color:red">\n\nText.\n\n</div>',
  },
  'a text from right to left': {
    markdown: '## عنوان\n\nنص المقال.[^1]\n\n[^1]: حاشية.',
    masthead: { title: 'عنوان' },
    data: { language: 'ar' },
  },
};

describe('a page is valid HTML', () => {
  test.each(Object.entries(cases))('%s', async (_, options) => {
    expect(await faults(options)).toEqual([]);
  });

  test('and the test can tell one that is not', async () => {
    const report = await validator.validateString('<p><div></div></p>');
    expect(report.valid).toBe(false);
  });
});
