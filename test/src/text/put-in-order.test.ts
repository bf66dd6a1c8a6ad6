import fc from 'fast-check';
import { expect, it } from 'vitest';
import { putInOrder } from '../../../src/text/ranges.ts';

it('sorts as a stable sort does, in place', () => {
  const items = fc.array(fc.record({ key: fc.integer({ min: 0, max: 5 }), id: fc.integer() }));
  fc.assert(
    fc.property(items, (list) => {
      const expected = list.toSorted((a, b) => a.key - b.key);
      expect(putInOrder(list, (a, b) => a.key - b.key)).toBe(list);
      expect(list).toEqual(expected);
    }),
    { seed: 1 },
  );
});
