import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { writeWhole } from '../../batch/write-file.ts';
import { loadSettings } from '../../config/settings.ts';
import { defaultPlugins, shippedPluginNames } from '../../config/shipped-plugins.ts';
import { exitCodes, UsageError, type CommandIo } from '../io.ts';
import { pluginFile, testFile } from './files.ts';

export interface NewPluginFlags {
  config?: string;
}

/** `copydesk new plugin`: the exit code. */
export async function newPlugin(
  name: string,
  flags: NewPluginFlags,
  io: CommandIo,
): Promise<number> {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) {
    throw new UsageError(
      `Unexpected name "${name}", expected small letters, digits and single hyphens, such as house-words.`,
    );
  }
  if ((shippedPluginNames as readonly string[]).includes(name)) {
    throw new UsageError(
      `Unexpected name "${name}", which is that of a plugin that copydesk ships, expected another.`,
    );
  }
  const { file: config } = loadSettings({ cwd: io.cwd, config: flags.config });
  if (config === undefined) {
    throw new UsageError(
      'Unexpected folder without pipeline.config.yaml, expected one in which the plugin can be listed. `copydesk init` writes one.',
    );
  }
  const root = dirname(config);
  const files = new Map([
    [`plugins/${name}.ts`, pluginFile(name)],
    [`plugins/${name}.test.mjs`, testFile(name)],
  ]);
  for (const path of files.keys()) {
    if (existsSync(join(root, path))) {
      throw new UsageError(`Unexpected file ${path}: it is there already, and was left as it is.`);
    }
  }
  const listed = withPlugin(await readFile(config, 'utf8'), `./plugins/${name}.ts`);
  for (const [path, content] of files) {
    await writeWhole(join(root, path), content);
    io.stdout(`${path}\n`);
  }
  await writeWhole(config, listed);
  io.stdout(`listed in ${flags.config ?? 'pipeline.config.yaml'} as ./plugins/${name}.ts\n`);
  return exitCodes.ok;
}

/** A config with a plugin at the end of its list; comments and blank lines stay. */
export function withPlugin(text: string, entry: string): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) document.contents = document.createNode({}) as never;
  const plugins: unknown = document.get('plugins', true);
  if (isSeq(plugins)) document.addIn(['plugins'], entry);
  else document.set('plugins', [...defaultPlugins, entry]);
  return document.toString({ lineWidth: 0, flowCollectionPadding: /[[{] \S/.test(text) });
}
