import { analysisCharts } from '#charts/kit/names/labels/ja.ts';
import type { SameWords } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  name: analysisCharts.quality,
  title: (field, missing, all) => `${all}件中${missing}件で${field}が未記入`,
  titleOwner: (owner, missing, all) => `${owner}：${all}項目中${missing}項目が未記入`,
  titleFilled: 'すべて記入済',
  titleNone: '確認する案件なし',
  titleNoOwners: 'この権限では担当者は表示されません',
  subtitle: (projects, hasAges) =>
    `該当する案件のうち値がある割合${hasAges ? 'と、記録の更新からの日数' : ''}。${projects}`,
  subtitleOwner: (projects, hasAges) =>
    `該当する項目のうち値がある割合${hasAges ? 'と、記録の更新からの日数' : ''}。${projects}`,
  noAges: '更新日のある記録なし',
  projects: (count) => `進行中の案件${count}件`,
  heads: {
    complete: '記入の割合',
    filled: '記入済',
    missing: '未記入',
    age: '更新からの日数',
    oldest: '最長',
  },
  narrow: (filled, missing) => `${filled}、未記入${missing}`,
  noValue: '値なし',
  days: (count) => `${count}日`,
  ages: { fresh: '30日以内', ageing: '31～90日', old: '90日超', unknown: '更新日なし' },
  notFilled: '未記入：破線。該当しないもの：数えない',
  notDisclosed: (count) => `未記入のうち${count}件は出所が非開示`,
  never: (names) => `値がまったくない項目：${names}`,
  others: (count) => `ほか${count}行は表に表示`,
  by: '行',
  groups: { figures: '集計に使う項目', stages: '段階ごとに求める項目', owner: '担当者' },
  dates: {
    start: '着工日',
    completion: '竣工日',
    operation: '操業開始日',
    full_capacity: 'フル稼働日',
  },
  doneDates: {
    start: '実際の着工日',
    completion: '実際の竣工日',
    operation: '実際の操業開始日',
    full_capacity: '実際のフル稼働日',
  },
  noOwner: '未定',
  columns: {
    field: '項目',
    owner: '担当者',
    group: '用途',
    projects: '案件数',
    applicable: '該当',
    filled: '記入済',
    missing: '未記入',
    notDisclosed: '非開示',
    share: '記入率',
    fresh: '30日以内に更新',
    ageing: '31～90日前に更新',
    old: '90日より前に更新',
    unknown: '更新日なし',
    oldest: '最長の未更新日数',
  },
};
