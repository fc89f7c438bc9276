import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkWorkerAddress } from './register.ts';

test('the policy accepts the address of the worker and no other text', () => {
  expect(checkWorkerAddress('/offline.js')).toBe('/offline.js');
  const near = fc.constantFrom(
    '/offline.js?x',
    '//offline.js',
    'https://x/offline.js',
    '/OFFLINE.js',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), near, fc.webUrl()), (address) => {
      fc.pre(address !== '/offline.js');
      expect(() => checkWorkerAddress(address)).toThrow(TypeError);
    }),
  );
});
