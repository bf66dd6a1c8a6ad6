import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Puts the shipped tables beside themselves as JSON: the parser of YAML takes longer for them than an article takes to build. */
export function compileTables(dist) {
  for (const name of ['entities', 'outlets']) {
    const file = join(dist, 'editorial', name);
    writeFileSync(`${file}.json`, JSON.stringify(parse(readFileSync(`${file}.yaml`, 'utf8'))));
  }
}
