/** Attacks that others have collected. They are no part of the project: a folder of them is read where there is one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { securityFolder as folder } from '../support/security-folder.ts';

/** Whether the run was asked to take its time: `vitest run --mode full`. */
export const isFull = (import.meta as { env?: { MODE?: string } }).env?.MODE === 'full';

export interface Collected {
  name: string;
  attack: string;
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

export function collections(): { list: Collected[]; counts: Record<string, number> } {
  const list: Collected[] = [];
  const counts: Record<string, number> = {};
  const add = (file: string, attacks: readonly string[]): void => {
    counts[file] = attacks.length;
    for (const [index, attack] of attacks.entries())
      list.push({ name: `${file} ${index}`, attack });
  };
  for (const [file, field] of Object.entries(files)) {
    const path = join(folder, file);
    if (!existsSync(path)) continue;
    const items = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>[];
    add(file, items.flatMap((item) => (typeof item[field] === 'string' ? [item[field]] : []))); // prettier-ignore
  }
  const strings = join(folder, 'blns.json');
  if (existsSync(strings)) add('blns.json', JSON.parse(readFileSync(strings, 'utf8')) as string[]);
  for (const file of wholes) {
    const path = join(folder, file);
    if (existsSync(path)) add(file, [readFileSync(path, 'utf8')]);
  }
  return { list, counts };
}
