import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  lead: '各月末の時点で分かっていた値から当月の予測を計算し直し、実際の結果と比べます。',
  ahead: '予測の期間',
  months: (v) => `${v.n}か月先`,
  deadline: '期限日まで',
  one_result: 'これらの予測はすべて同じ日のもので、結果も同じ値です。',
  table: (v) => `表、${v.n}か月`,
  newest: (v) => `新しい${v.n}か月を表示しています。`,
  month: '予測した月末',
  day: '対象日',
  p10: '10%',
  p50: '中央値',
  p90: '90%',
  result: '結果',
  came: '範囲内かどうか',
  held: '結果を含んだ',
  below: '外れた（下振れ）',
  above: '外れた（上振れ）',
  pending: '結果はまだない',
  note: '使った値',
  as_recorded: '当時の記録',
  recomputed: '後のデータで再計算',
  none: (v) => `予測なし：${v.reason}`,
  without: '過去の予測なし',
  nothing: '数値の指標はまだありません。',
};
