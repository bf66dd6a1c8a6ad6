import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'plugins'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
);

interface Import {
  file: string;
  target: string;
}

/** Every import of a file of ours by another, as paths from the root; `node:` modules and packages by name. */
const imports: Import[] = files.flatMap((file) => {
  const code = readFileSync(join(root, file), 'utf8');
  const pattern = /(?:from|import)\s*\(?\s*'([^']+)'/g;
  return [...code.matchAll(pattern)].map(([, name = '']) => ({
    file,
    target: name.startsWith('.')
      ? relative(root, resolve(root, dirname(file), name)).replaceAll('\\', '/')
      : name,
  }));
});

const ours = (target: string): boolean =>
  /^(?:src|plugins|test|train|bench|scripts)\//.test(target);
const pluginOf = (path: string): string | undefined => /^plugins\/([^/]+)\//.exec(path)?.[1];
const broken = (rule: (each: Import) => boolean): string[] =>
  imports.filter(rule).map(({ file, target }) => `${file} imports ${target}`);

describe('import rules', () => {
  it('sees the imports', () => {
    expect(imports).toContainEqual({ file: 'src/pipeline.ts', target: 'src/article/index.ts' });
  });

  it('src/model imports nothing of ours but itself', () => {
    expect(
      broken(
        ({ file, target }) =>
          file.startsWith('src/model/') && ours(target) && !target.startsWith('src/model/'),
      ),
    ).toEqual([]);
  });

  it('src/text imports src/model at most', () => {
    expect(
      broken(
        ({ file, target }) =>
          file.startsWith('src/text/') && ours(target) && !/^src\/(?:text|model)\//.test(target),
      ),
    ).toEqual([]);
  });

  it('a plugin imports itself, src/model and src/text at most', () => {
    expect(
      broken(({ file, target }) => {
        const plugin = pluginOf(file);
        if (plugin === undefined || !ours(target)) return false;
        return pluginOf(target) !== plugin && !/^src\/(?:text|model)\//.test(target);
      }),
    ).toEqual([]);
  });

  it('readers and writers import neither each other nor a plugin', () => {
    expect(
      broken(({ file, target }) => {
        if (file.startsWith('src/readers/')) return /^(?:src\/writers|plugins)\//.test(target);
        // A writer may know the type of the processor that readers and writers share.
        return (
          file.startsWith('src/writers/') &&
          /^(?:src\/readers|plugins)\//.test(target) &&
          target !== 'src/readers/reader.ts'
        );
      }),
    ).toEqual([]);
  });

  it('only the pipeline knows both tables', () => {
    const tables = new Set(['src/readers/index.ts', 'src/writers/index.ts']);
    const known = new Map<string, Set<string>>();
    for (const { file, target } of imports) {
      if (tables.has(target)) known.set(file, (known.get(file) ?? new Set()).add(target));
    }
    const both = [...known].filter(([, targets]) => targets.size === 2).map(([file]) => file);
    expect(both).toEqual(['src/pipeline.ts']);
  });

  it('the command line is imported by nobody', () => {
    expect(
      broken(
        ({ file, target }) => target.startsWith('src/cli/') && !/^src\/cli(?:\/|\.ts$)/.test(file),
      ),
    ).toEqual([]);
  });

  it('what builds one article knows nothing of runs over many', () => {
    const many = /^src\/(?:batch|queue|storage|reporters|cli)\/|^src\/cli\.ts$/;
    // Explanations of rules make what they print harmless as reports do, and are printed by the command line alone.
    const printed = (file: string, target: string): boolean =>
      file === 'src/rule-docs/print.ts' && target === 'src/reporters/harmless.ts';
    expect(
      broken(({ file, target }) => many.test(target) && !many.test(file) && !printed(file, target)),
    ).toEqual([]);
  });

  it('readers, writers, article document, decisions and suppressions know nothing of the pipeline', () => {
    const parts = /^src\/(?:readers|writers|article|decisions|suppressions|fix|model|text)\//;
    const whole = /^src\/(?:pipeline|assemble|attach|severity)\.ts$/;
    expect(broken(({ file, target }) => parts.test(file) && whole.test(target))).toEqual([]);
  });

  it('reporters know of the batch what became of an article, and nothing else', () => {
    expect(
      broken(
        ({ file, target }) =>
          file.startsWith('src/reporters/') &&
          /^src\/(?!reporters\/|model\/)/.test(target) &&
          target !== 'src/batch/outcome.ts',
      ),
    ).toEqual([]);
  });

  it('plugins are imported where they are loaded, by commands about them, and by what keeps their registry', () => {
    const allowed =
      /^plugins\/|^src\/(?:cli|registry-import)\/|^src\/config\/shipped-plugins\.ts$|^src\/decisions\/promote\.ts$/;
    expect(
      broken(({ file, target }) => target.startsWith('plugins/') && !allowed.test(file)),
    ).toEqual([]);
  });

  it('only what is a process of its own, and what knows of processes, touches process', () => {
    const own = new Set([
      'src/cli.ts',
      'src/batch/overseer.ts',
      'src/batch/processes.ts',
      'src/batch/worker.ts',
    ]);
    const code = files.filter((file) => !own.has(file));
    const touching = code.filter((file) =>
      /\bprocess\.|from 'node:process'/.test(
        readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
      ),
    );
    expect(touching).toEqual([]);
  });

  it('files are read by the config, the batch, the command line and what names its own data alone', () => {
    const allowed =
      /^src\/(?:config|batch|storage|proof|cli)\/|^src\/(?:cli|assemble)\.ts$|^plugins\//;
    expect(
      broken(({ file, target }) => target.startsWith('node:fs') && !allowed.test(file)),
    ).toEqual([]);
  });
});
