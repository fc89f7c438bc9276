import type { Measure } from '#domain/measures/measure.ts';
import { words } from '#domain/values/term.ts';

const version = 1;
const adds = words(
  '每个项目：计划数 − 已有数，不为负',
  '案件ごとに：計画 − 既にある分。負にはしない',
  'Of each project: planned − what is there already, never below 0',
);
const unknownProjects = words(
  '没有数或日期的项目按未知列出，不作0；项目从不当作企业数',
  '値や日付のない案件は不明として示し、0とはしない。案件を企業数とはしない',
  'Projects without a number or date are listed as unknown, never as 0; projects are never counted as companies',
);

/** The figures that say whether a target will be met. */
export const outlookMeasures = {
  outlook_adds: {
    name: words('台账尚可新增', '台帳の案件が加える分', 'What the register still adds'),
    unit: 'of_target',
    formula: words(
      '各阶段推进中项目尚可新增之和',
      '各段階の進行中の案件が加える分の合計',
      'sum of what the active projects of the stage still add',
    ),
    counts: adds,
    leaves_out: unknownProjects,
    source: 'register',
    version,
  },
  outlook_signed: {
    name: words('含已签约', '契約済を含む', 'Signed'),
    unit: 'of_target',
    formula: words(
      '当前值 + 已落户项目尚可新增 + 已签约项目',
      '現在の値 + 立地済み案件が加える分 + 契約済案件',
      'value now + what established projects still add + signed projects',
    ),
    counts: adds,
    leaves_out: unknownProjects,
    source: 'register_and_values',
    version,
  },
  outlook_ceiling: {
    name: words('上限', '上限', 'Ceiling'),
    unit: 'of_target',
    formula: words(
      '当前值 + 台账全部推进中项目尚可新增',
      '現在の値 + 進行中の全案件が加える分',
      'value now + all that the active projects still add',
    ),
    counts: adds,
    leaves_out: unknownProjects,
    source: 'register_and_values',
    version,
  },
  outlook_missing: {
    name: words('仍缺', 'それでも不足', 'Missing even then'),
    unit: 'of_target',
    formula: words(
      '目标 − 上限，不低于0',
      '目標 − 上限。0を下回らない',
      'target − ceiling, never below 0',
    ),
    counts: words('不含任何概率', '確率は使わない', 'Without any probability'),
    leaves_out: unknownProjects,
    source: 'register_and_values',
    version,
  },
  outlook_by_date: {
    name: words('按达产日期', 'フル稼働の日付別', 'By the day of full capacity'),
    unit: 'of_target',
    formula: words(
      '期限日前达产、之后达产、没有日期三部分之和 = 台账尚可新增',
      '期限日まで、その後、日付なしの3つの合計 = 台帳の案件が加える分',
      'by the deadline + later + without a date = what the register still adds',
    ),
    counts: adds,
    leaves_out: unknownProjects,
    source: 'register',
    version,
  },
  outlook_fewest: {
    name: words('最少需要的项目', '必要な最少の案件', 'Fewest projects that close the gap'),
    unit: 'projects',
    formula: words(
      '从大到小相加，直到补足剩余',
      '大きい順に足し、残りを満たすまで',
      'largest first, until they cover what remains',
    ),
    counts: words(
      '数相同的，先投产者在前',
      '同じ値なら操業開始の早い順',
      'Of two equal projects, the one that opens first',
    ),
    leaves_out: unknownProjects,
    source: 'register_and_values',
    version,
  },
  outlook_chance: {
    name: words('可能性', '可能性', 'Chance'),
    unit: 'percent',
    formula: words(
      '所缺部分由台账项目在期限日前补足的结果所占比例',
      '台帳の案件が期限日までに不足分以上をもたらす結果の割合',
      'share of outcomes in which the projects bring at least what is missing by the deadline',
    ),
    counts: words(
      '各阶段的月推进率和退出率；本区历史少时用标明的默认值',
      '段階ごとの月間の前進率と離脱率。自地区の実績が少なければ、明示した既定値を使う',
      'Monthly rates of moving on and leaving per stage; labelled defaults where own history is short',
    ),
    leaves_out: words(
      '没有数的项目；因此为“至少”',
      '値のない案件。そのため「少なくとも」となる',
      'Projects without a number; so the chance is at least this',
    ),
    source: 'register_and_values',
    version,
  },
  outlook_likely: {
    name: words('项目可能带来的数', '案件がもたらす分の予測', 'What projects are likely to bring'),
    unit: 'of_target',
    formula: words(
      '同一分布的10%、50%、90%分位',
      '同じ分布の10%、50%、90%点',
      '10, 50 and 90% points of the same distribution',
    ),
    counts: adds,
    leaves_out: unknownProjects,
    source: 'register_and_values',
    version,
  },
} as const satisfies Record<string, Measure>;
