import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Entry {
  name: string;
  aliases?: string[];
}

const table = new URL('../../editorial/outlets.yaml', import.meta.url);
const canonical = new Map<string, string>();
for (const { name, aliases = [] } of parse(readFileSync(table, 'utf8')) as Entry[]) {
  for (const alias of [name, ...aliases]) canonical.set(fold(alias), fold(name));
}

/** Whether two printed names mean the same outlet. A local service is the outlet: "RFE/RL’s Kyrgyz Service" is RFE/RL. */
export function sameOutlet(a: string, b: string): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(name: string): string {
  const folded = fold(name);
  const parent = /^(.+?)'s .*service$/.exec(folded)?.[1] ?? folded;
  return canonical.get(parent) ?? parent;
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/^the /, '')
    .trim();
}
