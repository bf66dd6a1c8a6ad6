/** Makes `docs/rules.md` from the catalogue: `npm run docs:rules`; with `--check`, fails where it is not up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { rules, type Rule } from '../src/model/index.ts';

const file = fileURLToPath(new URL('../docs/rules.md', import.meta.url));

const head = `# Rules

Every message that copydesk gives, by its id. The severity can be set in the config: \`rules: { citations/missing-outlet: error }\`;
\`off\` leaves a rule out. This page is made from the catalogue in \`src/model/rules.ts\`.
`;

const sections = Object.entries<Rule>(rules).map(
  ([id, { severity, summary }]) => `## ${id}\n\n${summary} Severity: \`${severity}\`.\n`,
);
const made = await format([head, ...sections].join('\n'), {
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
