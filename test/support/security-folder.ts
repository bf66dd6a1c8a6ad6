import { fileURLToPath } from 'node:url';

/** Where collections of others are, attacks and the examples of specifications, as JSON: no part of the project. */
export const securityFolder =
  process.env['COPYDESK_SECURITY'] ??
  fileURLToPath(new URL('../../../shared/security', import.meta.url));
