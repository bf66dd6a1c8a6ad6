/** The table of reporters. */
import { checkstyleReporter } from './checkstyle.ts';
import { githubReporter } from './github.ts';
import { gitlabReporter } from './gitlab.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import { prettyReporter } from './pretty.ts';
import type { ReporterDefinition } from './reporter.ts';
import { sarifReporter } from './sarif.ts';

export const reporters = {
  pretty: prettyReporter,
  json: jsonReporter,
  github: githubReporter,
  gitlab: gitlabReporter,
  sarif: sarifReporter,
  junit: junitReporter,
  checkstyle: checkstyleReporter,
} as const satisfies Record<string, ReporterDefinition>;

export type ReporterName = keyof typeof reporters;
export type { Reporter, ReporterOptions } from './reporter.ts';
