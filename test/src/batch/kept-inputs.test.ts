import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/batch/input-error.ts';
import { contentsOf, projectWith, runProject } from '../../support/batch-folder.ts';

const config = 'plugins: [masthead]\nformats: [markdown]\n';

describe('an output folder in which articles stand', () => {
  it('is refused before anything is written where an output would take the place of its article', async () => {
    const cwd = projectWith({ 'pipeline.config.yaml': config, 'input/a.md': 'Title\n\nText.\n' });
    const before = contentsOf(cwd);
    const run = runProject(cwd, { output: join(cwd, 'input') });
    await expect(run).rejects.toBeInstanceOf(InputError);
    await expect(run).rejects.toThrow('"input/a.md" would be written over itself');
    expect(contentsOf(cwd)).toEqual(before);
  });

  it('is refused where it is reached by a link, and capitals differ', async () => {
    const cwd = projectWith({ 'pipeline.config.yaml': config, 'input/deep/A.MD': 'Title\n' });
    symlinkSync(join(cwd, 'input'), join(cwd, 'link'));
    const before = contentsOf(join(cwd, 'input'));
    await expect(runProject(cwd, { output: join(cwd, 'link') })).rejects.toThrow('"input/deep/A.MD" would be written over itself'); // prettier-ignore
    expect(contentsOf(join(cwd, 'input'))).toEqual(before);
  });

  it('is refused where an output would take the place of another article', async () => {
    const cwd = projectWith({
      'pipeline.config.yaml': config,
      'input/a.txt': 'One\n',
      'input/sub/a.md': 'Two\n',
    });
    await expect(runProject(cwd, { output: join(cwd, 'input/sub') })).rejects.toThrow('"input/a.txt" would be written over "input/sub/a.md", which is an article as well'); // prettier-ignore
    expect(contentsOf(join(cwd, 'input/sub'))).toEqual({ 'a.md': 'Two\n' });
  });

  it('is taken where all outputs have names of their own', async () => {
    const cwd = projectWith({ 'pipeline.config.yaml': config, 'input/a.txt': 'Title\n\nText.\n' });
    await runProject(cwd, { output: join(cwd, 'input') });
    expect(Object.keys(contentsOf(join(cwd, 'input')))).toEqual(['a.md', 'a.txt']);
  });
});
