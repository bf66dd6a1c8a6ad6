/** Editors complete and check the config with yaml-language-server and our schema. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { initFiles } from '../../../src/cli/init/files.ts';
import { newsroom } from '../../support/newsroom.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, '.optional/yaml-language-server/node_modules');
const isThere = existsSync(folder);
if (!isThere)
  console.log('skipped: yaml-language-server is not in .optional, where .ci/run installs it');

interface Position {
  line: number;
  character: number;
}
interface Service {
  configure: (settings: object) => void;
  doValidation: (
    document: object,
    isKubernetes: boolean,
  ) => Promise<{ message: string; range: { start: Position } }[]>;
  doComplete: (
    document: object,
    position: Position,
    isKubernetes: boolean,
  ) => Promise<{ items: { label: string }[] }>;
  doHover: (
    document: object,
    position: Position,
  ) => Promise<{ contents: { value: string } } | null>;
}

/** A config in a folder in which copydesk is installed, as an editor has it open. */
function open(text: string) {
  const require = createRequire(join(folder, 'index.js'));
  const { getLanguageService } = require('yaml-language-server') as {
    getLanguageService: (parameters: object) => Service;
  };
  const { TextDocument } = require('vscode-languageserver-textdocument') as {
    TextDocument: {
      create: (uri: string, language: string, version: number, text: string) => object;
    };
  };
  const schema = readFileSync(join(root, 'schemas/pipeline.config.schema.json'), 'utf8');
  const cwd = newsroom({});
  const schemaFile = join(cwd, 'copydesk.schema.json');
  const service = getLanguageService({
    // The line at the top of the config names the schema; this is what reads it.
    schemaRequestService: async (uri: string) => {
      if (!uri.endsWith('/node_modules/copydesk/schemas/pipeline.config.schema.json')) {
        throw new Error(`Unexpected schema ${uri}, not ${schemaFile}`);
      }
      return schema;
    },
    workspaceContext: { resolveRelativePath: (path: string) => path },
    telemetry: { send: () => undefined, sendError: () => undefined, sendTrack: () => undefined },
  });
  service.configure({ validate: true, completion: true, hover: true, customTags: [] });
  const uri = pathToFileURL(join(cwd, 'pipeline.config.yaml')).href;
  const document = TextDocument.create(uri, 'yaml', 1, text);
  const lines = text.split('\n');
  return {
    faults: async () =>
      (await service.doValidation(document, false)).map(
        ({ message, range }) => `${range.start.line + 1}: ${message.split('\n')[0]}`,
      ),
    /** What is offered at the end of the last line. */
    completions: async () => {
      const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      return (await service.doComplete(document, position, false)).items.map(({ label }) => label);
    },
    hover: async (word: string) => {
      const line = lines.findIndex((each) => each.includes(word));
      const character = (lines[line]?.indexOf(word) ?? 0) + 1;
      return (await service.doHover(document, { line, character }))?.contents.value ?? '';
    },
  };
}

const config = initFiles('news', '0.1.0', []).get('pipeline.config.yaml') ?? '';
const head = `${config.split('\n', 1)[0]}\n`;

describe.skipIf(!isThere)('yaml-language-server with our schema', () => {
  it('finds no fault in the config that init writes', async () => {
    expect(await open(config).faults()).toEqual([]);
    const own = readFileSync(join(root, 'pipeline.config.yaml'), 'utf8').replace(/^.*\n/, head);
    expect(await open(own).faults()).toEqual([]);
    const others = `${head}plugins:\n  - remark-toc: { tight: true }\n  - [./a.js, 1, [2]]\n  - citations: false\n  - citations:\n`;
    expect(await open(others).faults()).toEqual([]);
  });

  it('finds faults, in options of our plugins too', async () => {
    expect(await open(`${head}plugin: []\n`).faults()).toEqual([
      expect.stringMatching(/^2: Property plugin is not allowed/),
    ]);
    expect(await open(`${head}formats: [htm]\n`).faults()).toEqual([expect.stringMatching(/^2: /)]);
    expect(await open(`${head}plugins:\n  - citations:\n      stlye: ap\n`).faults()).toEqual([
      expect.stringMatching(/^4: .*stlye/),
    ]);
    expect(await open(`${head}rules:\n  citations/missing-outlet: fatal\n`).faults()).toEqual([
      expect.stringMatching(/^3: /),
    ]);
  });

  it('completes keys, plugins, options and values', async () => {
    expect(await open(`${head}`).completions()).toEqual(
      expect.arrayContaining(['plugins', 'formats', 'html', 'rules']),
    );
    expect(await open(`${head}plugins:\n  - `).completions()).toEqual(
      expect.arrayContaining(['masthead', 'house-style']),
    );
    expect(await open(`${head}plugins:\n  - citations:\n      `).completions()).toEqual(
      expect.arrayContaining(['style', 'suspiciousYears']),
    );
    expect(await open(`${head}html:\n  page: `).completions()).toEqual(
      expect.arrayContaining(['full', 'fragment']),
    );
  });

  it('explains keys', async () => {
    expect(await open(config).hover('formats')).toContain('What is written');
    expect(await open(config).hover('style')).toContain('How notes are written');
  });
});
