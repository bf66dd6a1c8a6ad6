/** What `copydesk doctor` looks at, one thing after the other. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unified } from 'unified';
import { attachment } from '../../attach.ts';
import { discover } from '../../batch/discover.ts';
import { nodeVersion } from '../../batch/processes.ts';
import { loadPlugins } from '../../config/load-plugins.ts';
import { loadSettings, type PluginRequest, type Settings } from '../../config/settings.ts';
import { errorMessage } from '../../error-message.ts';
import { createPipeline } from '../../pipeline.ts';
import { counted } from '../../reporters/summary.ts';
import { schemaLine } from '../init/files.ts';
import { shownPath } from '../shown-path.ts';

export interface Finding {
  state: 'ok' | 'note' | 'problem';
  what: string;
  /** What to do about it. */
  remedy?: string;
}

/** `engines` in package.json. */
const oldestNode = [20, 19] as const;

/** The findings, as they are made. */
export async function* examine(config: string | undefined, cwd: string): AsyncGenerator<Finding> {
  yield nodeFinding(nodeVersion);
  let settings: Settings;
  try {
    settings = loadSettings({ cwd, config });
  } catch (error) {
    yield {
      state: 'problem',
      what: `config: ${errorMessage(error)}`,
      remedy: 'mend the config, and run this again',
    };
    return;
  }
  if (settings.file === undefined) {
    yield {
      state: 'note',
      what: 'config: none, so all defaults hold',
      remedy: 'copydesk init writes one',
    };
  } else {
    yield { state: 'ok', what: `config: ${shownPath(settings.file, cwd)}` };
    yield schemaFinding(settings.file);
  }
  let isLoaded = true;
  for (const [requests, works] of [
    [settings.plugins, 'plugin'],
    [settings.html.plugins, 'plugin of the page'],
  ] as const) {
    for (const request of requests) {
      const finding = await pluginFinding(request, works, settings);
      if (finding.state === 'problem') isLoaded = false;
      yield finding;
    }
  }
  if (isLoaded) yield* trialFindings(config, cwd);
  yield* peerFindings(settings);
  yield await inputFinding(settings, cwd);
  yield outputFinding(settings, cwd);
  yield* gitFindings(settings, cwd);
}

export function nodeFinding(release: string): Finding {
  const [major = 0, minor = 0] = release.replace(/^v/, '').split('.').map(Number);
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  const what = `Node ${release}`;
  return isOld
    ? {
        state: 'problem',
        what: `${what}, expected ${oldestNode.join('.')} or newer`,
        remedy: 'install a newer Node: https://nodejs.org',
      }
    : { state: 'ok', what };
}

/** Editors check the config with the schema that its first lines name. */
function schemaFinding(file: string): Finding {
  const own = readFileSync(
    fileURLToPath(new URL('../../../schemas/pipeline.config.schema.json', import.meta.url)),
    'utf8',
  );
  const head = readFileSync(file, 'utf8').split('\n', 5).join('\n');
  const named = /^#\s*yaml-language-server:\s*\$schema=(\S+)/m.exec(head)?.[1];
  if (named === undefined) {
    return {
      state: 'note',
      what: 'schema line: none, so editors neither complete nor check the config',
      remedy: `let it begin with: ${schemaLine}`,
    };
  }
  if (/^https?:/.test(named))
    return { state: 'note', what: `schema line: ${named}, which was not looked at` };
  const path = resolve(dirname(file), named);
  if (!existsSync(path)) {
    return {
      state: 'problem',
      what: `schema line: ${named} is not there`,
      remedy: `npm install, or let the line be: ${schemaLine}`,
    };
  }
  return readFileSync(path, 'utf8') === own
    ? { state: 'ok', what: `schema line: ${named}` }
    : {
        state: 'problem',
        what: `schema line: ${named} is the schema of another version of copydesk`,
        remedy: `let the line be: ${schemaLine}`,
      };
}

/** Loads a plugin and attaches it, which reads the registries, tables and vocabularies that its options name. */
async function pluginFinding(
  request: PluginRequest,
  works: string,
  settings: Settings,
): Promise<Finding> {
  const what = `${works} ${request.name}`;
  try {
    const loaded = await loadPlugins([request], settings);
    const processor = unified();
    for (const each of loaded) processor.use(attachment(each));
    processor.freeze();
    const origin = loaded[0]?.origin ?? '';
    const from = origin === 'shipped' ? 'ships with copydesk' : shownPath(origin, settings.root);
    const files = filesOf(request.options, settings.root);
    const reads = files.length > 0 ? `; reads ${files.join(', ')}` : '';
    return { state: 'ok', what: `${what} (${from}${reads})` };
  } catch (error) {
    return { state: 'problem', what: `${what}: ${errorMessage(error)}`, remedy: remedyFor(error) };
  }
}

function remedyFor(error: unknown): string {
  const reason = errorMessage(error);
  const missing = /Cannot find (?:package|module) '([^']+)'/.exec(reason)?.[1];
  if (missing !== undefined && !/^[./]/.test(missing)) return `npm install ${missing}`;
  return 'mend what it says, or turn the plugin off: `name: false`';
}

/** An article goes the whole way, so that models and data are read that are only read then. */
async function* trialFindings(config: string | undefined, cwd: string): AsyncGenerator<Finding> {
  try {
    const pipeline = createPipeline({ cwd, config });
    for (const warning of await pipeline.ready()) {
      yield { state: 'note', what: warning.message, remedy: 'see docs/config.md, "Order"' };
    }
    const value =
      'A Trial\n\nAnna Birch of the United Nations said so in Lisbon (Reuters, May 3, 2021).\n';
    await pipeline.build({ value, path: 'trial.txt' });
    yield { state: 'ok', what: 'models and data: a trial article was built' };
  } catch (error) {
    yield {
      state: 'problem',
      what: `a trial article was not built: ${errorMessage(error)}`,
      remedy: 'npm install, if a file of copydesk is missing; else see what the plugin says',
    };
  }
}

/** Packages that are only asked for where an option needs them. */
function* peerFindings({ plugins }: Settings): Generator<Finding> {
  const optionOf = (name: string, key: string): unknown =>
    (plugins.find((each) => each.name === name)?.options as Record<string, unknown> | undefined)?.[
      key
    ];
  const peers = [
    ['citeproc', String(optionOf('citations', 'style') ?? '').endsWith('.csl'), 'styles in CSL'],
    [
      '@huggingface/transformers',
      optionOf('entities', 'tagger') === 'transformers',
      'the tagger "transformers"',
    ],
  ] as const;
  for (const [name, isNeeded, purpose] of peers) {
    const isThere = canResolve(name);
    if (isThere) yield { state: 'ok', what: `optional package ${name}: installed` };
    else if (isNeeded) {
      yield {
        state: 'problem',
        what: `optional package ${name}: not installed, and needed for ${purpose}`,
        remedy: `npm install ${name}`,
      };
    } else
      yield {
        state: 'ok',
        what: `optional package ${name}: not installed, and only needed for ${purpose}`,
      };
  }
}

function canResolve(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

async function inputFinding(settings: Settings, cwd: string): Promise<Finding> {
  try {
    const articles = await discover([], cwd, settings.input);
    return {
      state: 'ok',
      what: `input: ${counted(articles.length, 'article')} in ${shownPath(settings.input, cwd)}`,
    };
  } catch (error) {
    return {
      state: 'problem',
      what: `input: ${errorMessage(error)}`,
      remedy: 'make the folder, or let `input` of the config name another',
    };
  }
}

function outputFinding({ output }: Settings, cwd: string): Finding {
  const isNew = !existsSync(output);
  const trial = join(output, `.copydesk-${randomUUID()}.tmp`);
  try {
    mkdirSync(output, { recursive: true });
    writeFileSync(trial, '');
    rmSync(trial);
    if (isNew) rmdirSync(output);
    return { state: 'ok', what: `output: ${shownPath(output, cwd)} can be written to` };
  } catch (error) {
    const isFile = existsSync(output) && !statSync(output).isDirectory();
    return {
      state: 'problem',
      what: `output: ${shownPath(output, cwd)} can not be written to: ${isFile ? 'it is a file' : errorMessage(error)}`,
      remedy:
        'give yourself the right to write there, or let `output` of the config name another folder',
    };
  }
}

async function* gitFindings({ root, output }: Settings, cwd: string): AsyncGenerator<Finding> {
  const inside = await git(root, 'rev-parse', '--is-inside-work-tree');
  if (inside === undefined) {
    yield {
      state: 'note',
      what: 'git: not a repository, so `check --changed` can not tell what has changed',
      remedy: 'git init',
    };
    return;
  }
  yield { state: 'ok', what: 'git: a repository' };
  // A folder is only ignored as a folder, which it may not be yet.
  const ignored = await git(root, 'check-ignore', '-q', `${output}${sep}`);
  if (ignored === undefined && output.startsWith(root)) {
    yield {
      state: 'note',
      what: `git: ${shownPath(output, cwd)} is not ignored`,
      remedy: `if outputs are not kept in git: echo ${shownPath(output, root)}/ >> .gitignore`,
    };
  }
}

/** What git prints; undefined where it fails. */
function git(cwd: string, ...args: string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile('git', args, { cwd }, (error, stdout) => resolve(error ? undefined : stdout));
  });
}

/** Texts in options that are paths of files. */
function filesOf(value: unknown, root: string): string[] {
  if (typeof value === 'string') {
    const isFile =
      /[/.]/.test(value) && statSync(resolve(root, value), { throwIfNoEntry: false })?.isFile();
    return isFile ? [value] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((each) => filesOf(each, root));
}
