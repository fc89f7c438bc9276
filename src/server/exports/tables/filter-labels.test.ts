import { expect, test } from 'vitest';
import { words } from '#domain/values/term.ts';
import { describeFilters } from './filter-labels.ts';

test('a file names every filter of the list of projects, and the search', () => {
  const profile = {
    stage_words: { lead: words('线索库', '候補', 'Prospect') },
    industries: [{ id: 'eco', name: words('节能环保', '省エネ', 'Energy saving') }],
    function_zones: [],
  };
  const filters = {
    stage: ['lead', 'signed'],
    industry: ['eco'],
    country: ['JPN'],
    owner: ['Li'],
    unit: ['Office'],
    investor: ['A, B'],
    q: ' steel ',
  };
  expect(describeFilters({ filters, language: 'en', profile })).toEqual([
    'Stage: Prospect or Signed',
    'Industry: Energy saving',
    'Owner: Li',
    'Responsible unit: Office',
    'Country: Japan',
    'Investor: A, B',
    'search for “steel”',
  ]);
  expect(describeFilters({ filters: { status: [], q: '' }, language: 'ja', profile })).toEqual([]);
});
