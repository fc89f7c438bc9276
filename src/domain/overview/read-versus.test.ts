import { describe, expect, test } from 'vitest';
import { queryOfOther, readOtherSide, readVersus } from './read-versus.ts';

describe('the other side of a comparison', () => {
  test.each([
    ['2020-12-31', { kind: 'day', day: '2020-12-31' }],
    ['industry:bio,ict', { kind: 'group', field: 'industry', values: ['bio', 'ict'] }],
    ['industry:', { kind: 'group', field: 'industry', values: [] }],
    ['investor:Kansai%2C Inc', { kind: 'group', field: 'investor', values: ['Kansai, Inc'] }],
    ['zone: a ,a', { kind: 'group', field: 'zone', values: ['a'] }],
  ])('%s is read', (text, versus) => {
    expect(readVersus(text)).toEqual(versus);
  });

  test.each(['', '2020-02-30', 'status:active', 'constructor:x', 'bio', ':bio', '2020'])(
    '%s is no comparison',
    (text) => {
      expect(readVersus(text)).toBeUndefined();
    },
  );

  test('replaces the day or one filter of the query, and keeps the others', () => {
    const query = { as_of: '2021-04-16', industry: 'bio', zone: 'a', known: 7 };
    expect(queryOfOther(query, { kind: 'day', day: '2020-12-31' })).toEqual({
      ...query,
      as_of: '2020-12-31',
    });
    const group = { kind: 'group', field: 'industry' } as const;
    expect(queryOfOther(query, { ...group, values: ['ict', 'x,y'] })).toEqual({
      ...query,
      industry: 'ict,x%2Cy',
    });
    const { industry: _, ...all } = query;
    expect(queryOfOther(query, { ...group, values: [] })).toEqual(all);
  });

  test.each([
    ['2021-04-16', undefined],
    ['2020-12-31', 'day'],
    ['industry:bio,ict', undefined],
    ['industry:ict,bio', undefined],
    ['industry:', 'group'],
    ['industry:bio', 'group'],
    ['zone:', undefined],
    ['zone:a', 'group'],
  ])('%s beside bio and ict on 16 April is a comparison of kind %s', (text, kind) => {
    const query = { as_of: '2021-04-16', industry: 'bio,ict' };
    expect(readOtherSide(query, text)?.kind).toBe(kind);
  });
});
