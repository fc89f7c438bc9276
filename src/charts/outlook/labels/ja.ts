import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  title: (target, missing) => `全案件が実現しても、${target}は目標に${missing}不足`,
  titleBeyond: (target, over) => `全案件が実現すれば、${target}は目標を${over}上回る`,
  titleMet: (target) => `全案件が実現すれば、${target}は目標に達する`,
  titleNoTarget: '目標は未設定',
  titleNone: '台帳の案件と比べられる目標がない',
  subtitle:
    '目標に対する割合。塗り：現在；薄色：契約済案件が実現した場合；破線：全案件が実現した場合；可能性は考慮しない',
  target: '目標＝100%',
  now: (value) => `現在${value}`,
  signed: (value) => `契約済${value}`,
  all: (value) => `全案件${value}`,
  missing: (value) => `不足${value}`,
  beyond: (value) => `+${value}`,
  over: (value) => `上限を${value}超過`,
  noProjects: '台帳の案件はこの目標に算入しない',
  unknown: (count) => `数値のない${count.toLocaleString('ja')}件は合計に含まない`,
  late: (value) => `${value}は期限後にフル稼働`,
  undated: (value) => `${value}は日付がない`,
  say: {
    today: (value) => `現在${value}`,
    onDay: (v) => `${v.date}時点で${v.value}`,
    now: (v) => `${v.name}は${v.now}、目標は${v.target}である。`,
    met: (v) => `${v.name}は${v.now}で、目標（${v.target}）を達成した。`,
    pace: (v) => `直近12か月のペースでは、${v.date}に${v.value}となる。`,
    paceShort: (v) => `直近12か月のペースでは、${v.date}に${v.value}となり、${v.by}不足する。`,
    needed: (v) => `月平均で${v.neededPace}の増加が必要で、実績は${v.pace}である。`,
    neededLost: (v) =>
      `月平均で${v.neededPace}の増加が必要だが、実績は月平均${v.pace}の減少である。`,
    neededFall: (v) => `月平均で${v.neededPace}の減少が必要で、実績の増減は月平均${v.pace}である。`,
    neededYear: (v) => `月平均で${v.neededPace}の増加が必要で、今年の実績は月平均${v.pace}である。`,
    neededSince: (v) =>
      `月平均で${v.neededPace}の増加が必要で、${v.month}に系列が断絶して以降の実績は月平均${v.pace}である。`,
    neededTotal: (v) =>
      `直近12か月の合計は月に${v.neededPace}増える必要があるが、実際は${v.pace}である。`,
    neededTotalLost: (v) =>
      `直近12か月の合計は月に${v.neededPace}増える必要があるが、実際は${v.pace}の減少である。`,
    ceiling: (v) =>
      `値のある${v.n}件がすべて実現すれば${v.ceiling}となり、なお${v.missing}不足する。`,
    enough: (v) => `値のある${v.n}件がすべて実現すれば${v.ceiling}となる。`,
    late: (v) => `うち${v.late}は期限後のフル稼働である。`,
    undated: (v) => `うち${v.undated}はフル稼働の日付がない。`,
    listMet: (v) => `${v.name}は目標を達成した（${v.total}項目中${v.done}項目完了）。`,
    listMissed: (v) => `${v.name}は未達成である（${v.total}項目中${v.done}項目完了）。`,
    missed: (v) => `${v.name}は${v.now}、目標は${v.target}で、${v.by}不足し未達成である。`,
    missedLimit: (v) => `${v.name}は${v.now}、目標は${v.target}で、${v.by}超過し未達成である。`,
    noneAtDeadline: (v) => `${v.name}は期限時点の値がなく、達成したか判断できない。`,
    unreported: (v) => `${v.name}は未報告のため、判断できない。`,
    unknown: (v) => `${v.name}の目標を達成できるかは判断できない。`,
  },
  columns: {
    name: '目標',
    unit: '単位',
    target: '目標値',
    now: '現在値',
    signed: '契約済案件が実現した場合',
    all: '全案件が実現した場合',
    missing: 'それでも不足',
    missingOrOver: '全件実現後の不足・超過',
    onTime: 'うち期限までにフル稼働',
    undated: 'うち日付なし',
    unknown: '数値のない案件',
    status: 'データ区分',
    scenario: 'シナリオ',
  },
};
