import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';
import type { ConfigError } from './config-error.ts';
import type { Settings } from './settings.ts';
import type { ConfigSource, ValuePath } from './source.ts';
import type { RuleOverride, RuleSetting } from './types.ts';

/** Loaded for a config that has overrides. */
const picomatch = (): typeof import('picomatch') =>
  createRequire(import.meta.url)('picomatch') as typeof import('picomatch');

/** Settings of rules for some articles. */
export interface Override {
  rules: Readonly<Record<string, RuleSetting>>;
  /** @param path - Of an article, from the input folder, with `/`. */
  matches: (path: string) => boolean;
  globs: readonly { glob: string; path: ValuePath; matches: (path: string) => boolean }[];
  /** Where it stands in the config. */
  path: ValuePath;
}

/**
 * Globs are those of most tools: `**` stands for any folders, a glob without `/` counts in every folder, `!` excludes.
 *
 * @throws ConfigError where there is no glob, or only such as exclude.
 */
export function toOverrides(
  entries: readonly RuleOverride[],
  source: ConfigSource,
): readonly Override[] {
  return entries.map(({ files, rules }, index) => {
    const path = ['overrides', index];
    const isList = Array.isArray(files);
    const list = isList ? files : [files];
    const globs = list.map((glob, at) => {
      const place = isList ? [...path, 'files', at] : [...path, 'files'];
      const bare = glob.replace(/^!/, '').replace(/^\.\//, '');
      if (bare.trim() === '' || bare.startsWith('/') || bare.startsWith('../')) {
        throw source.error(
          `Unexpected glob "${glob}", expected one that starts from the input folder: opinion/**`,
          place,
        );
      }
      const options = { dot: true, basename: !bare.includes('/') };
      return {
        glob,
        path: place,
        excludes: glob.startsWith('!'),
        matches: picomatch()(bare, options),
      };
    });
    const including = globs.filter(({ excludes }) => !excludes);
    if (including.length === 0) {
      throw source.error(
        `Unexpected globs that only exclude (${list.join(', ')}), expected one that includes: "**"`,
        [...path, 'files'],
      );
    }
    return {
      rules,
      path,
      globs: including,
      matches: (file) =>
        including.some((each) => each.matches(file)) &&
        !globs.some((each) => each.excludes && each.matches(file)),
    };
  });
}

/** A fault for each glob that none of the articles matches. */
export function unmatchedOverrides(settings: Settings, files: readonly string[]): ConfigError[] {
  const open = settings.overrides.flatMap(({ globs }) => globs);
  let left = new Set(open);
  for (const file of files) {
    if (left.size === 0) break;
    const path = relative(settings.input, file).split(sep).join('/');
    left = new Set([...left].filter(({ matches }) => !matches(path)));
  }
  return [...left].map(({ glob, path }) =>
    settings.source.error(
      `Unexpected glob "${glob}", which no article matches: globs start from the input folder.`,
      path,
    ),
  );
}
