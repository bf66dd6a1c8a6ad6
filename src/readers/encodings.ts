/** Packages that know encodings, loaded for the first text that is no UTF-8: their tables take longer to load than an article to read. */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

export const iconv = (): typeof import('iconv-lite') =>
  load('iconv-lite') as typeof import('iconv-lite');

export const chardet = (): typeof import('chardet') => load('chardet') as typeof import('chardet');
