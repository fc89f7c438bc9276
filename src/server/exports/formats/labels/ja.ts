import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const sheet: SameLabels<typeof en.sheet> = {
  data: 'データ',
  projects: '案件',
  pivot_rows: 'ピボットテーブル用',
  definitions: '定義と出典',
  columns: '列',
  unit: '単位',
  formula: '計算方法',
  asOf: '時点',
  source: '出典',
  status: 'データ区分',
  missing: '空白のセルは値がないことを示し、理由は状態の列にある。ゼロは値である。',
  exact:
    'セルの数は見出しまたは単位の列に示す単位の値で、丸めていない。合計や参照もこの値で行われる。',
  filter: '範囲',
  made: '作成',
  view: '同じ内容の画面',
  no_rows: 'この日のデータ行はない。',
  data_sheet: 'このシートはプログラムと再取込のためのもので、印刷されるのはこの表題だけである。',
};

export const ids: SameLabels<typeof en.ids> = {
  basis: '算出の根拠',
  first_month: '最初の月',
  in_words: '表示',
  level: '行の種類',
  months_after: '経過月数',
  refusal: '予測しない理由',
  verdict_milestone: '対象のマイルストーン',
};
