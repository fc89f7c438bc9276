import { expect, test } from 'vitest';
import { isSeen, readVersions, requireMatch, versionTag } from './etag.ts';

const epoch = '0123456789';
const sendMatch = (header?: string) =>
  new Request(
    'http://headway.test/',
    header === undefined ? {} : { headers: { 'if-match': header } },
  );
const findProblem = (header: string | undefined) => {
  try {
    requireMatch(sendMatch(header), versionTag('v', 7, epoch), { name: 'now' });
    return undefined;
  } catch (error) {
    return error;
  }
};

test('a tag names its version in any encoding, and only in its kind and epoch', () => {
  const read = (header: string | null) => readVersions(header, 'v', epoch);
  expect(read(`"v7.${epoch}"`)).toEqual([7]);
  expect(read(`"v7.${epoch}-br", "v8.${epoch}.00ff00ff00ff00ff-gzip"`)).toEqual([7, 8]);
  for (const header of [null, '*', `W/"v7.${epoch}"`, `"i7.${epoch}"`, '"v7.9876543210"', 'v7'])
    expect(read(header)).toEqual([]);
});

test('a change needs the current version, and a wildcard or a weak tag is none', () => {
  expect(findProblem(`"v7.${epoch}"`)).toBeUndefined();
  expect(findProblem(`"v6.${epoch}", "v7.${epoch}-br"`)).toBeUndefined();
  for (const header of [undefined, '*'])
    expect(findProblem(header)).toMatchObject({ code: 'precondition_required' });
  for (const header of [`"v6.${epoch}"`, `W/"v7.${epoch}"`])
    expect(findProblem(header)).toMatchObject({
      code: 'precondition_failed',
      more: { current: { name: 'now' }, headers: { etag: `"v7.${epoch}"` } },
    });
});

test('a cached response is still good by a weak tag, in another encoding, and by a wildcard', () => {
  for (const header of ['"a"', 'W/"a"', '"x", "a-gzip"', ' * '])
    expect(isSeen(header, 'a')).toBe(true);
  for (const header of [null, '"b"', '"a-zip"']) expect(isSeen(header, 'a')).toBe(false);
});
