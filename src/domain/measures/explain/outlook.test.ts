import { expect, test } from 'vitest';
import { row } from '#domain/overview/target-row.fixture.ts';
import type { OutlookRange } from '#domain/outlook/outlook.ts';
import { defaultStageMapping } from '#domain/projects/stage.ts';
import * as outlook from './outlook.ts';
import { absences } from './texts.ts';

/** The range of a link that shows its total only. */
const range: OutlookRange = {
  now: '1010',
  steps: [],
  ceiling: '6022',
  adds: '5012',
  known: 26,
  missing: '28978',
  unknown: 1,
  unknown_codes: [],
  undated_projects: 16,
  undated_codes: [],
};
const none = { projects: [], other_currencies: [] };
const subject: outlook.OutlookSubject = {
  outlook: { row: row('jobs'), measure: 'jobs', range },
  input: {
    as_of: '2021-04-16',
    mapping: defaultStageMapping,
    measures: { jobs: none, output: none },
  },
  data_status: 'reported',
};

// seen to fail: a link that withholds the date of single amounts explained their sum as 0, and the
// part of one stage as the whole
test.each([
  ['the signed', outlook.explainSigned(subject)],
  ['the part of a stage', outlook.explainAdds(subject, 'lead')],
  ['the part on time', outlook.explainByDate(subject, 'on_time')],
  ['what comes in time', outlook.explainInTime(subject)],
])('%s of a link that withholds it has no value', (_, explanation) => {
  expect(explanation.absent).toEqual(absences.no_outlook);
  expect(explanation.exact ?? []).toEqual([]);
});
test('the total that it shows has its value', () => {
  expect(outlook.explainAdds(subject, undefined).exact).toEqual([{ value: '5012', unit: 'jobs' }]);
});
