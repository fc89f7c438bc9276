import type { Measure } from '#domain/measures/measure.ts';
import { words } from '#domain/values/term.ts';
import { notEnded } from './breakdown.ts';

const version = 1;
const bothAmounts = words(
  '两项都填有、同一币种的项目',
  '両方の値が同じ通貨である案件',
  'Projects that state both in one currency',
);
const oneAmount = words(
  '只填有一项，或两项币种不同的项目',
  '一方の値しかない案件、通貨が異なる案件',
  'Projects that state one of the two, or both in different currencies',
);
const allPeriods = words(
  '所画各期、所选各事项相加',
  '図の全期間・選んだすべての事象を合計',
  'All periods and events that the chart shows, added up',
);
const outsideRecords = words(
  '没有记录的期间，以及最早记录日之前',
  '記録のない期間と記録の開始日より前',
  'Periods without a record, and what was before the first known day',
);

/** The figures that only the notes of charts state. */
export const noteMeasures = {
  pair_projects: {
    name: words('两项金额都有的项目', '両方の金額がある案件', 'Projects that state two amounts'),
    unit: 'projects',
    formula: words(
      '两项都填有的项目个数；高于、低于：后一级与前一级比较',
      '両方の値がある案件の数。上回る・下回るは、後の段階を前の段階と比べる',
      'number of projects that state both; above and below: the later amount against the earlier',
    ),
    counts: bothAmounts,
    leaves_out: oneAmount,
    source: 'register',
    version,
  },
  pair_difference: {
    name: words('两项金额之差', '両方の金額の差', 'Difference of two amounts'),
    unit: 'money',
    formula: words(
      '高于（或低于）前一级的项目：后一级与前一级之差的合计',
      '前の段階を上回る（または下回る）案件：後の段階との差の合計',
      'of the projects above (or below): sum of the differences of the later and the earlier amount',
    ),
    counts: bothAmounts,
    leaves_out: oneAmount,
    source: 'register',
    version,
  },
  outside_projects: {
    name: words('未计入的项目', '含まれない案件', 'Projects left out'),
    unit: 'projects',
    formula: words(
      '符合筛选、处于该状态的项目个数',
      '絞り込みに合い、この状態にある案件の数',
      'number of projects that match the filters and have this status',
    ),
    counts: words('按当日的状态', 'その日の状態による', 'By the status of the day'),
    leaves_out: words('图中已计入的项目', '図に含まれる案件', 'Projects that the chart counts'),
    source: 'register',
    version,
  },
  series_by_edition: {
    name: words(
      '按台账日期计入的事项',
      '台帳の日付で計上した件数',
      'Events on the day of an edition',
    ),
    unit: 'projects',
    formula: words(
      '具体日期不明、按首次载明的台账日期计入的事项个数',
      '実際の日付が不明で、最初に記載された台帳の日付で計上した件数',
      'number of events whose day is only known as that of the edition that first shows them',
    ),
    counts: allPeriods,
    leaves_out: outsideRecords,
    source: 'register',
    version,
  },
  series_unknown: {
    name: words('没有金额的事项', '金額のない件数', 'Events without an amount, all periods'),
    unit: 'projects',
    formula: words(
      '没有该项金额的项目的事项个数',
      'この金額のない案件の件数',
      'number of events of projects without the amount',
    ),
    counts: allPeriods,
    leaves_out: outsideRecords,
    source: 'register',
    version,
  },
  series_left: {
    name: words('线间退出的项目', '線の間で離脱した案件', 'Projects that left between two lines'),
    unit: 'projects',
    formula: words(
      '达到一线、未达到下一线，且已退出或新台账中已无的项目个数',
      '線に達し、次の線に達しないまま、離脱したか一覧にない案件の数',
      'number of projects that had one event and not the next, and have left or are no longer listed',
    ),
    counts: words(
      '按曾达到的最远阶段',
      'これまでに達した最も先の段階による',
      'By the furthest stage that a project ever reached',
    ),
    leaves_out: notEnded,
    source: 'register',
    version,
  },
  cohort_outside: {
    name: words('不属任何批次的项目', 'どの登録時期にも入らない案件', 'Projects of no cohort'),
    unit: 'projects',
    formula: words(
      '因此原因不属任何批次的项目个数',
      'この理由でどの登録時期にも入らない案件の数',
      'number of projects that are in no cohort for this reason',
    ),
    counts: words('每个项目只有一种原因', '理由は案件ごとに1つ', 'Each project has one reason'),
    leaves_out: words('已属某一批次的项目', 'いずれかの登録時期に入る案件', 'Projects of a cohort'),
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
