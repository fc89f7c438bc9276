import { expect, test } from 'vitest';
import { isOffered } from './chinese-fields.ts';
import { factFields } from '#domain/projects/fields.ts';
import type { ProjectFacts, ProjectRecord } from '#domain/projects/project.ts';
import { missingFields, moveStage } from '#domain/projects/stage-moves.ts';

const facts: ProjectFacts = {
  name: 'Heat pumps',
  site_mode: 'land',
  amounts: {},
  milestones: [],
  data_status: 'reported',
};
const record: ProjectRecord = {
  code: 'A1',
  origin: 'own',
  facts,
  stage_events: [{ stage: 'signed', date: '2021-03-01' }],
  status_events: [],
};

// seen to fail: a company of Italy could not be registered without a Chinese credit code
test('a zone outside China requires no Chinese code and no mu, and asks for them where they are given', () => {
  expect(missingFields(facts, 'registered', true).map(({ level }) => level)).not.toContain(
    'required',
  );
  expect(moveStage(record, 'registered', '2021-04-01')).toMatchObject({
    kind: 'fields_missing',
  });
  expect(moveStage(record, 'registered', '2021-04-01', { abroad: true })).toMatchObject({
    kind: 'moved',
  });
  expect(factFields.filter((field) => !isOffered(field, facts, true))).toEqual([
    'national_code',
    'uscc',
    'gb4754',
    'land_mu',
  ]);
  expect(isOffered('land_mu', { ...facts, land_mu: 40 }, true)).toBe(true);
  expect(factFields.every((field) => isOffered(field, facts, false))).toBe(true);
});
