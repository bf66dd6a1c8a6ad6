/** Writes `plugins/entities/gazetteer/names.json`: `npm run gazetteer`. */
import { writeFileSync } from 'node:fs';
import { compileNames } from '../plugins/entities/gazetteer/compile.ts';

const file = new URL('../plugins/entities/gazetteer/names.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(compileNames())}\n`);
