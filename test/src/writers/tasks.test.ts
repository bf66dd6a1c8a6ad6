import { expect, it } from 'vitest';
import { createPipeline } from '../../../src/index.ts';

it('keeps the tasks of a list in Markdown, and prints their boxes elsewhere', async () => {
  const pipeline = createPipeline({
    config: { plugins: [], formats: ['markdown', 'html', 'txt', 'json'] },
  });
  const value = '- [ ] Call the mill\n- [x] Read *this*\n- [y] No task\n';
  const { outputs, article } = await pipeline.build({ value, path: 'list.md' });
  expect(outputs.markdown).toBe('- [ ] Call the mill\n- [x] Read *this*\n- \\[y] No task\n');
  expect(outputs.html).toContain('<li>☐ Call the mill</li>');
  expect(outputs.html).toContain('<li>☑ Read <em>this</em></li>');
  expect(outputs.txt).toContain('- [ ] Call the mill\n- [x] Read this\n- [y] No task\n');
  expect(article.text).toBe('Call the mill\n\nRead this\n\n[y] No task');
});

it('escapes what plain text has of them', async () => {
  const pipeline = createPipeline({ config: { plugins: [], formats: ['markdown'] } });
  const { outputs } = await pipeline.build({ value: '- [x] in plain text\n- b', path: 'list.txt' });
  expect(outputs.markdown).toBe('- \\[x] in plain text\n- b\n');
});
