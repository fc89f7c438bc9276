import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { buildPath } from './path.ts';

test('an address leaves out empty and undefined parameters', () => {
  const query = { industry: '', zone: undefined, q: 'a b' };
  expect(buildPath(endpoints.listProjects, {}, query)).toBe('/api/v1/projects?q=a%20b');
});

// seen to fail: a cell of the projects without a function zone was explained as that of all
test('the figure of a group that is not stated is not the figure of all projects', () => {
  const params = { measure: 'breakdown_count' };
  const of = { by: 'zone', part: 'signed', industry: '' };
  for (const endpoint of [endpoints.explanation, endpoints.sharedExplanation]) {
    const path = buildPath(endpoint, { ...params, link: 'l' }, { ...of, key: '' });
    expect(path).toMatch(/\?by=zone&part=signed&key=$/);
  }
  const keyOf = (query: Readonly<Record<string, string>>) =>
    queryKeys.explanation('breakdown_count', query);
  expect(keyOf({ ...of, key: '' })).not.toEqual(keyOf(of));
  expect(keyOf(of)).toEqual(['explanation', 'breakdown_count', { by: 'zone', part: 'signed' }]);
});
