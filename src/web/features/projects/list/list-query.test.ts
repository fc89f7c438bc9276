import { expect, test } from 'vitest';
import { defaultView } from '#web/url/view-state.ts';
import { filterQuery, listQuery, sumsQuery } from './list-query.ts';

test('only chosen filters are sent, and a comma within a value stays one value', () => {
  const view = { ...defaultView, country: ['MEX', 'ITA'], owner: ['Li, Ana'] };
  expect(filterQuery(view)).toEqual({ country: 'MEX,ITA', owner: 'Li%2C Ana' });
});
test('an unknown order becomes the default, and a blank search is none', () => {
  expect(listQuery({ ...defaultView, sort: '-colour', q: '  ' })).toMatchObject({
    sort: '-total_investment',
    q: undefined,
  });
  expect(listQuery({ ...defaultView, sort: '-name', q: ' sun ' })).toMatchObject({
    sort: '-name',
    q: 'sun',
  });
});
test('the sums are those of the filters, in any order and on any page', () => {
  const query = listQuery({ ...defaultView, sort: 'name', stage: ['signed'] });
  expect(sumsQuery({ ...query, limit: '20' })).toEqual({
    by: 'status',
    stage: 'signed',
    as_of: undefined,
    known_at: undefined,
    q: undefined,
  });
});
