import { expect, test } from 'vitest';
import { overviewInput, register } from '#domain/overview/overview.fixture.ts';
import { makeOverview } from '#domain/overview/make-overview.ts';
import { languages } from '#domain/values/language.ts';
import { registerNotes, writeNotComparable } from './register-days.ts';

const withUnknown = (count: number) =>
  makeOverview({
    ...overviewInput,
    register: {
      ...register,
      rows: [...register.rows, { stage: 'unknown', count, undisclosed: 0, amounts: [], dots: [] }],
    },
  });

// seen to fail: seven projects without a stage stood as "0 established, 0 in the pipeline"
test('the notes say how many projects no group counts', () => {
  const notes = languages.map((language) => registerNotes(withUnknown(7), language).join());
  expect(notes[0]).toContain('7个项目阶段未定，未计入任何一类');
  expect(notes[1]).toContain('7件は段階未定で、立地済みにも商談・準備中にも数えない');
  expect(notes[2]).toContain('7 projects have no stage and count in neither group');
  expect(registerNotes(withUnknown(1), 'en').join()).toContain('1 project has no stage');
});

test('the notes are silent about stages where each project has one', () => {
  const one = makeOverview(overviewInput);
  for (const language of languages)
    expect(registerNotes(one, language).join()).not.toMatch(/阶段未定|段階未定|no stage/);
});

test('two days are not comparable for the first known day, or for a day that nobody knows', () => {
  const since = { first_known_day: '2021-01-31' };
  expect(writeNotComparable(since, '2021-01-30', 'en')).toContain('not known before 31 January');
  expect(writeNotComparable(since, undefined, 'en')).toContain('not known before 31 January');
  expect(writeNotComparable(since, '2021-01-31', 'en')).toMatch(/not known$/);
  expect(writeNotComparable({}, '2021-01-31', 'en')).toContain('No projects have been entered');
});
