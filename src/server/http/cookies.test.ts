import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCookies, sessionCookie } from './cookies.ts';

test('returns at most five values of a name in order, and none of another name', () => {
  const value = fc.stringMatching(/^[\w-]{1,43}$/);
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 8 }),
      fc.array(value, { maxLength: 3 }),
      (own, others) => {
        const header = [
          ...own.map((one) => `headway_session=${one}`),
          ...others.map((one) => `headway_session_of_others=${one}`),
        ].join('; ');
        expect(readCookies(header, sessionCookie, false)).toEqual(own.slice(0, 5));
        expect(readCookies(header, sessionCookie, true)).toEqual([]);
      },
    ),
  );
  expect(readCookies(null, sessionCookie, false)).toEqual([]);
  expect(readCookies('headway_session=; headway_session=x', sessionCookie, false)).toEqual(['x']);
});
