/** Attacks that others have collected. They are no part of the project: a folder of them is read where there is one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { securityFolder as folder } from '../support/security-folder.ts';

/** Whether the run was asked to take its time: `vitest run --mode full`. */
export const isFull = (import.meta as { env?: { MODE?: string } }).env?.MODE === 'full';

export interface Collection {
  /** Of the file. */
  name: string;
  attacks: string[];
}

/** The file of each collection and the field that holds an attack. */
const files: Readonly<Record<string, string>> = {
  'dompurify-expect.json': 'payload',
  'owasp-xss-filter-evasion.json': 'vector',
  'html5lib-tree-construction-inputs.json': 'data',
  'markdown-it-xss.json': 'markdown',
  'markdown-it-proto.json': 'markdown',
  'markdown-it-fatal.json': 'markdown',
};

/** Whole files that are one attack each. */
const wholes = ['hast-util-sanitize-input.html', 'hast-util-sanitize-github.html'];

/** None where there is no folder of them. */
export function collections(): Collection[] {
  const list: Collection[] = [];
  const add = (name: string, attacksIn: (text: string) => string[]): void => {
    const path = join(folder, name);
    if (existsSync(path)) list.push({ name, attacks: attacksIn(readFileSync(path, 'utf8')) });
  };
  for (const [name, field] of Object.entries(files)) {
    add(name, (text) =>
      (JSON.parse(text) as Record<string, unknown>[]).flatMap((item) =>
        typeof item[field] === 'string' ? [item[field]] : [],
      ),
    );
  }
  add('blns.json', (text) => JSON.parse(text) as string[]);
  for (const name of wholes) add(name, (text) => [text]);
  return list;
}
