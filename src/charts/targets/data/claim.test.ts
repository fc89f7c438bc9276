import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { type Language, languages } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Verdict } from '#domain/targets/target-row.ts';
import { words as text } from '#domain/values/term.ts';
import { targets } from '#charts/targets/definition.ts';

const names = [
  text('出口额', '輸出額', 'Exports'),
  text('就业人数', '雇用者数', 'Jobs'),
  text('企业数', '企業数', 'Companies'),
  text('税收', '税収', 'Tax revenue'),
  text('GDP', 'GDP', 'GDP'),
];
const of = (verdicts: readonly Verdict[], fictional = false): Overview => ({
  ...sampleOverview,
  zone: { ...sampleOverview.zone, fictional },
  targets: verdicts.flatMap((verdict, at) => {
    const [row] = sampleOverview.targets;
    return row === undefined
      ? []
      : [{ ...row, verdict, name: names[at % names.length] ?? row.name }];
  }),
});
const title = (overview: Overview, language: Language): string =>
  targets.words(overview, { language, options: {} }).title;

test.each<{
  readonly verdicts: readonly Verdict[];
  readonly titles: readonly [string, string, string];
}>([
  {
    verdicts: ['behind', 'slightly_behind', 'met', 'met', 'met'],
    titles: [
      '三项目标已达到，出口额和就业人数慢于计划',
      '3目標を達成、輸出額と雇用者数に遅れ',
      'Three targets are met, exports and jobs are behind plan',
    ],
  },
  {
    verdicts: ['behind', 'on_plan'],
    titles: [
      '一项目标符合或快于计划，出口额慢于计划',
      '1目標は計画どおりか上回る、輸出額に遅れ',
      'One target is on or ahead of plan, one is behind plan: exports',
    ],
  },
  {
    verdicts: ['met', 'on_plan', 'ahead'],
    titles: [
      '一项目标已达到，两项符合或快于计划',
      '1目標を達成、2目標は計画どおりか上回る',
      'One target is met, two are on or ahead of plan',
    ],
  },
  {
    verdicts: ['behind', 'behind', 'behind', 'behind', 'no_verdict'],
    titles: ['四项目标慢于计划', '4目標が遅れ', 'Four targets are behind plan'],
  },
  {
    verdicts: ['missed', 'ahead', 'met'],
    titles: [
      '一项目标已达到，一项未达标',
      '1目標を達成、1目標は未達成',
      'One target is met, one is missed',
    ],
  },
])(
  'the title states which targets are met and which are behind: $verdicts',
  ({ verdicts, titles }) => {
    expect(languages.map((language) => title(of(verdicts), language))).toEqual(titles);
  },
);

test('targets without a verdict are not in the title, and where there are no others it has no claim', () => {
  expect(title(of(['behind', 'no_value', 'no_verdict']), 'en')).toBe(
    'One target is behind plan: exports',
  );
  expect(title(of(['no_value', 'no_verdict']), 'en')).toBe(
    'Targets for 2025: nothing to judge yet',
  );
});

test('the title about an invented zone begins with Example', () => {
  expect(languages.map((language) => title(of(['met', 'behind'], true), language))).toEqual([
    '示例：一项目标已达到，就业人数慢于计划',
    '例示：1目標を達成、雇用者数に遅れ',
    'Example: one target is met, one is behind plan: jobs',
  ]);
});
