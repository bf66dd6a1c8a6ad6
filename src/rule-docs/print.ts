/** Explanations as Markdown, for `docs/rules.md` and for the terminal. */
import type { Rule } from '../model/index.ts';
import { visible } from '../reporters/harmless.ts';
import type { RuleDoc, RuleExample } from './rule-doc.ts';

/** Everything that there is to say of a rule, without its heading. */
export function explanation(id: string, rule: Readonly<Rule>, doc: RuleDoc | undefined): string {
  const { severity, summary, fixable } = rule;
  const parts = [
    `${summary} Severity: \`${severity}\`.${fixable ? ' `copydesk fix` can mend it in the source.' : ''}`,
  ];
  if (doc) {
    parts.push(doc.why, exampleText('Bad', doc.bad), exampleText('Good', doc.good));
    const setting = doc.setting === undefined ? '' : ` ${sentence(doc.setting)}`;
    parts.push(
      `Set it with \`rules: { ${id}: ${severity === 'error' ? 'warning' : 'off'} }\`.${setting}`,
    );
  }
  return parts.join('\n\n');
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `See ${text}.`;
}

function exampleText(title: string, example: RuleExample | string): string {
  if (typeof example === 'string') return `${title}: ${example}`;
  const { name = 'article.txt', article, config, decisions, date, encoding, files = {} } = example;
  const facts = [
    ...(name === 'article.txt' ? [] : [`\`${name}\``]),
    ...(date === undefined ? [] : [`published ${date}`]),
    ...(encoding === undefined ? [] : [`in ${encoding}`]),
  ];
  const parts = [`${title}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}:`, fenced(article)];
  if (example.comments !== undefined) parts.push('with the comment', fenced(example.comments));
  if (decisions !== undefined) parts.push('with the decisions', fenced(decisions, 'yaml'));
  if (config !== undefined) parts.push('with the config', fenced(config, 'yaml'));
  for (const [path, content] of Object.entries(files)) {
    parts.push(`and \`${path}\``, fenced(content, 'js'));
  }
  return parts.join('\n\n');
}

/** What prints nothing is shown by its number. Markup is given as text: a formatter of Markdown would set it anew. */
function fenced(text: string, language = 'text'): string {
  const lines = text.trim() === '' ? ['(nothing)'] : text.replace(/\n$/, '').split('\n').map(shown);
  const fence = text.includes('```') ? '````' : '```';
  return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}

function shown(line: string): string {
  return visible(line).replace(/[\u00AD\u200B-\u200D\u2060]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
}
