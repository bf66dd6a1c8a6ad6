/** Makes `docs/rules.md` from the catalogue: `npm run docs:rules`; with `--check`, fails where it is not up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { rules, type Rule } from '../src/model/index.ts';
import { explanation } from '../src/rule-docs/print.ts';
import { ruleDocs } from '../src/rule-docs/index.ts';

const file = fileURLToPath(new URL('../docs/rules.md', import.meta.url));

const head = `# Rules

Every message that copydesk gives, by its id. This page is made from the catalogue in \`src/model/rules.ts\` and the explanations in
\`src/rule-docs\`; the examples are tested. \`copydesk rules ID\` prints an entry.

The severity of a rule, \`error\`, \`warning\`, \`info\` or \`off\`, can be set [in the config](checks.md#severities), for all articles or for some, and
findings can be left out [in the article itself](checks.md#in-the-article).
`;

const groups = Object.keys(rules).map((id) => id.split('/')[0] as string);
const contents = [...new Set(groups)].map((group) => {
  const links = Object.keys(rules)
    .filter((id) => id.startsWith(`${group}/`))
    .map((id) => `[${id.slice(group.length + 1)}](#${id.replace('/', '')})`);
  return `- **${group}**: ${links.join(', ')}`;
});

const sections = Object.entries<Rule>(rules).map(
  ([id, rule]) => `## ${id}\n\n${explanation(id, rule, ruleDocs[id])}\n`,
);
const made = await format([head, `${contents.join('\n')}\n`, ...sections].join('\n'), {
  ...(await resolveConfig(file)),
  parser: 'markdown',
});

if (!process.argv.includes('--check')) {
  writeFileSync(file, made);
} else if (readFileSync(file, 'utf8') !== made) {
  console.error(
    'docs/rules.md is not what the catalogue says, expected the result of: npm run docs:rules',
  );
  process.exitCode = 1;
}
