import { describe, expect, it } from 'vitest';
import { discover } from '../../../src/batch/discover.ts';
import { projectWith } from '../../support/batch-folder.ts';

describe('articles that are named', () => {
  const cwd = projectWith({
    'input/a.txt': 'a',
    'input/b.odt': 'b',
    'input/c.pdf': 'c',
    'notes.v2': 'd',
    README: 'e',
    'loud.TXT': 'f',
  });

  it.each(['input/b.odt', 'input/c.pdf', 'notes.v2'])('are refused as %s, which is not read', async (name) => {
    await expect(discover([name], cwd, `${cwd}/input`)).rejects.toThrow(
      /Unexpected input ".*": files that end in \.\w+ can't be read, expected \.txt, .*\.docx\. To have it read as plain text, .* copydesk build - </,
    );
  }); // prettier-ignore

  it.each(['README', 'loud.TXT', 'input/a.txt'])('are read as %s', async (name) => {
    expect(await discover([name], cwd, `${cwd}/input`)).toMatchObject([{ path: name }]);
  });

  it('are passed over in folders where they are not read', async () => {
    expect(await discover([], cwd, `${cwd}/input`)).toMatchObject([{ path: 'input/a.txt' }]);
  });
});
