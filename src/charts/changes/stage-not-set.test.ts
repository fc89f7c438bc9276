import { expect, test } from 'vitest';
import { languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { type ChangedProject, makeChangesOverview, side } from './changes.fixture.ts';
import { changes } from './definition.ts';

const titles = (overview: Overview): readonly string[] =>
  languages.map((language) => changes.words(overview, { language, options: {} }).title);
const stayed: ChangedProject = { code: 'S', from: side('lead', 1), to: side('lead', 1) };

// seen to fail: "No project came or left" beside projects whose stage nobody knows
test('nothing is denied where projects have no stage', () => {
  const unset = { code: 'U', from: side('unknown', 1), to: side('unknown', 2) };
  const overview = makeChangesOverview([stayed, unset]);
  const strip = {
    ...overview.strip,
    groups: [
      {
        group: 'unknown',
        count: 1,
        undisclosed: 0,
        amounts: [],
        rows: [{ stage: 'unknown', count: 1, undisclosed: 0, amounts: [], dots: [] }],
      },
    ],
  } as const;
  expect(titles({ ...overview, strip })).toEqual([
    '变动明细：已落户未知，储备在谈1个（不变）',
    '変動内訳：立地済み不明、商談・準備中1件で変わらず',
    'What changed: established not known, pipeline 1 as before',
  ]);
  // the stage of a project that ended is not in the stages of the last day
  const ended = {
    code: 'U',
    from: side('unknown', 1),
    to: side('unknown', 1, { status: 'withdrawn' }),
  };
  const both = [stayed, { code: 'E', from: side('operation', 1), to: side('operation', 1) }];
  expect(titles(makeChangesOverview([...both, ended] as const)).at(-1)).toBe(
    'What changed: established 1 as before, pipeline 1 as before',
  );
  const alone = makeChangesOverview([unset, { code: 'V', to: side('unknown', 1) }]);
  expect(titles(alone)).toEqual([
    '已落户、储备在谈项目数未知',
    '立地済みと商談・準備中の件数は不明',
    'How many projects are established and in the pipeline is not known',
  ]);
  for (const one of [{ ...overview, strip }, alone])
    expect(changes.words(one, { language: 'en', options: {} }).notes.join(' ')).not.toMatch(
      /No other step|as before/,
    );
  const started = { code: 'S', from: side('lead', 1), to: side('construction', 1) };
  const more = makeChangesOverview([started, unset]);
  expect(titles({ ...more, strip }).at(-1)).not.toContain('nothing was lost');
});
