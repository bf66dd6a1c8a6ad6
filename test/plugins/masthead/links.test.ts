import { expect, it } from 'vitest';
import { createPipeline } from '../../../src/index.ts';

const pipeline = createPipeline({ config: { plugins: ['masthead'], formats: ['markdown'] } });

async function told(value: string): Promise<string[]> {
  const { article } = await pipeline.build({ value, path: 'article.md' });
  return article.messages
    .filter(({ ruleId }) => ruleId === 'masthead/dropped-link')
    .map(({ reason, line, column }) => `${line}:${column} ${reason}`);
}

it('tells where a link in the headline led', async () => {
  expect(await told('# The [mill](https://mill.example/a) is sold\n\nIt was sold.\n')).toEqual([
    '1:7 Unexpected link to https://mill.example/a in the headline, expected words alone: front matter and JSON have no place for it',
  ]);
});

it('says nothing of the address of the article itself, nor of one that is printed', async () => {
  const value =
    '---\nurl: https://mill.example/a\n---\n\n# [The mill is sold](https://mill.example/a)\n\nIt was sold.\n';
  expect(await told(value)).toEqual([]);
  expect(await told('# <https://mill.example/b>\n\nIt was sold.\n')).toEqual([]);
});

it('tells where a link without words led', async () => {
  expect(await told('The wall[\n](https://mill.example/c)\n\nThe council met.\n')).toEqual([
    '1:9 Unexpected link to https://mill.example/c in the masthead, expected words alone: front matter and JSON have no place for it',
  ]);
});
