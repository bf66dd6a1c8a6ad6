/** A finding about the decisions on an article is one in their file, whatever the report. */
import { describe, expect, it } from 'vitest';
import { built, message, printed } from './outcomes.ts';

const outcome = built('input/sub/a.txt', [
  message({ file: 'sub/a.decisions.yaml', ruleId: 'decisions/text-gone', line: 7, endLine: 7 }),
  message(),
]);

describe.each([
  ['github', 'file=site/input/sub/a.decisions.yaml,line=7'],
  ['gitlab', '"path":"site/input/sub/a.decisions.yaml","lines":{"begin":7'],
  ['sarif', '"uri":"site/input/sub/a.decisions.yaml"},"region":{"startLine":7'],
  ['checkstyle', '<file name="input/sub/a.decisions.yaml">\n    <error line="7"'],
  ['junit', 'input/sub/a.decisions.yaml:7:5: '],
  ['json', '"path":"input/sub/a.decisions.yaml"'],
  ['pretty', 'input/sub/a.decisions.yaml\n  7:5  warning'],
] as const)('%s', (name, expected) => {
  it('names the file of decisions', () => {
    const text = printed(name, [outcome], { pathPrefix: 'site/' });
    expect(text).toContain(expected);
    // The other finding is in the article.
    expect(text.split('a.decisions.yaml')).toHaveLength(2);
  });
});
