/** What `copydesk new plugin` writes: a plugin that works, and its test, to be changed. */

function camelCase(name: string): string {
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export function pluginFile(name: string): string {
  const identifier = camelCase(name);
  const type = `${identifier.charAt(0).toUpperCase()}${identifier.slice(1)}Options`;
  return `import { textBlocks, textView } from 'copydesk/text';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';

export interface ${type} {
  /** The word that is reported. */
  word?: string;
}

/** What the options in the config are checked with. */
export const optionsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: { word: { type: 'string', minLength: 1 } },
};

/** What this plugin reports. The config can set how grave it is, by this id. */
export const rules = {
  '${name}/word': { severity: 'warning', summary: 'A word stands in the text that should not.' },
};

export default function ${identifier}(options?: ${type} | null) {
  const word = options?.word ?? 'teh';
  return (tree: Root, file: VFile) => {
    for (const { node } of textBlocks(tree)) {
      const view = textView(node, file);
      for (let at = view.text.indexOf(word); at >= 0; at = view.text.indexOf(word, at + 1)) {
        file.message(\`Unexpected “\${word}”\`, {
          source: '${name}',
          ruleId: 'word',
          place: view.place(at, at + word.length),
        });
      }
    }
  };
}
`;
}

export function testFile(name: string): string {
  return `// Run it with: node --test plugins/
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { createPipeline } from 'copydesk';

const cwd = fileURLToPath(new URL('.', import.meta.url));

test('${name} reports the word with its place', async () => {
  const config = { formats: [], plugins: [{ './${name}.ts': { word: 'ferry' } }] };
  const pipeline = createPipeline({ cwd, config });
  const { article } = await pipeline.build({ value: 'The ferry left.', path: 'a.md' });
  const found = article.messages.map(({ ruleId, severity, line, column }) => ({ ruleId, severity, line, column }));
  assert.deepEqual(found, [{ ruleId: '${name}/word', severity: 'warning', line: 1, column: 5 }]);
});
`;
}
