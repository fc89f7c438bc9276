import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  standingCount: (count, verdict) => `${count}項目は「${verdict}」`,
  paceColumns: ['目標', '期限時点', '不足または超過', '必要（月平均）', '実績（月平均）'],
  paceMet: '達成',
  paceOver: (amount) => `${amount}超過`,
  forecastNote: '注：期限時点は現在のペースによる。',
  noForecastNote: '注：期限時点を予測できるだけの値がある目標はまだない。',
  paceNote: '実績は直近12か月の月平均。年度累計の指標は年初来の月平均。減少はマイナスで示した。',
  unit: (unit) => `単位：${unit}`,
  behindCaption: '計画に遅れている指標',
  behindColumns: ['指標', '計画との差', '要因'],
  left: (status, count, names) => `${status}${count}件（${names}）`,
  allMoves: '変動した案件の一覧はデータ一式による。',
  plansElsewhere: '各目標の計画の基準値と経路、各指標の定義はデータ一式による。',
};
