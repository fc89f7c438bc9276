import type { Measure } from '#domain/measures/measure.ts';
import { words } from '#domain/values/term.ts';

const version = 1;
const addsUp = words(
  '期初 + 各项变动 = 期末，逐项相符',
  '期首 + 各変動 = 期末。必ず一致する',
  'Opening and all steps add up to closing',
);

/** The figures of the difference of two days. */
export const changeMeasures = {
  bridge_projects: {
    name: words('变动：项目数', '増減：案件数', 'What changed: projects'),
    unit: 'projects',
    formula: words(
      '两日之间有此变动的项目个数',
      '2つの日の間にこの変動があった案件の数',
      'number of projects with this change between the two days',
    ),
    counts: addsUp,
    leaves_out: words(
      '两组之外的项目：暂缓、已结束、阶段未定',
      'どちらの区分にも入らない案件：保留、終了、段階未定',
      'Projects in neither group: on hold, ended, stage not set',
    ),
    source: 'register',
    version,
  },
  bridge_investment: {
    name: words('变动：计划投资', '増減：計画投資額', 'What changed: planned investment'),
    unit: 'money',
    formula: words(
      '有此变动的项目计划投资之和，按币种；修订只计差额',
      'この変動があった案件の計画投資額の合計（通貨別）。修正は差額のみ',
      'sum of the planned investment of the projects with this change, each currency apart; a revision counts by its difference',
    ),
    counts: addsUp,
    leaves_out: words(
      '无金额的项目另行计数；不同币种不相加',
      '金額のない案件は別に数える。通貨が異なる金額は足さない',
      'Projects without an amount are counted apart; two currencies are never added',
    ),
    source: 'register',
    version,
  },
  changed_projects: {
    name: words('有变动的项目', '変化のあった案件', 'Changed projects'),
    unit: 'projects',
    formula: words(
      '两日之间至少有一项变动的项目个数',
      '2つの日の間に1つ以上の変化があった案件の数',
      'number of projects with at least one change between the two days',
    ),
    counts: words(
      '每个项目计一次，归入其第一种变动',
      '案件ごとに1回、最初の種類で数える',
      'Each project once, under the first of its kinds',
    ),
    leaves_out: words('没有变动的项目', '変化のなかった案件', 'Projects without a change'),
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
