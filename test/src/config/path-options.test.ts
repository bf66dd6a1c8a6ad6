import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { withAbsolutePaths } from '../../../src/config/path-options.ts';

const schema = {
  type: 'object',
  properties: {
    file: { type: 'string', format: 'path' },
    files: {
      anyOf: [
        { type: 'string', format: 'path' },
        { type: 'array', items: { type: 'string', format: 'path' } },
      ],
    },
    style: { anyOf: [{ enum: ['ap'] }, { type: 'string', format: 'path' }] },
    sheet: {
      anyOf: [{ enum: ['ap'] }, { type: 'string', format: 'path', pattern: String.raw`\.csl$` }],
    },
    name: { type: 'string' },
  },
};
const root = resolve('/house');

it.each([
  [{ file: 'a.yaml' }, { file: resolve(root, 'a.yaml') }],
  [{ files: 'a.yaml' }, { files: resolve(root, 'a.yaml') }],
  [{ files: ['a.yaml', '/b.yaml'] }, { files: [resolve(root, 'a.yaml'), resolve('/b.yaml')] }],
  [{ style: 'ap' }, { style: 'ap' }],
  [{ style: './house.csl' }, { style: resolve(root, 'house.csl') }],
  [{ sheet: 'ap' }, { sheet: 'ap' }],
  [{ sheet: 'house.csl' }, { sheet: resolve(root, 'house.csl') }],
  [
    { name: 'a.yaml', other: 1 },
    { name: 'a.yaml', other: 1 },
  ],
  [undefined, undefined],
])('%j', (options, expected) => {
  expect(withAbsolutePaths(options, schema, root)).toEqual(expected);
});
