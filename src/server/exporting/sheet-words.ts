import type { Language } from '#domain/language.ts';

/** Words of a workbook around its rows. */
export const sheetWords: Readonly<
  Record<Language, Readonly<Record<'data' | 'definitions' | 'columns' | 'unit' | 'asOf' | 'source' | 'status' | 'missing', string>>>
> = {
  'zh-CN': {
    data: '数据',
    definitions: '口径与来源',
    columns: '列',
    unit: '单位',
    asOf: '数据截至',
    source: '来源',
    status: '数据状态',
    missing: '空白单元格表示缺数，原因见状态列；零是数值。',
  },
  ja: {
    data: 'データ',
    definitions: '定義と出典',
    columns: '列',
    unit: '単位',
    asOf: '時点',
    source: '出典',
    status: 'データの状態',
    missing: '空白のセルは値がないことを示し、理由は状態の列にある。ゼロは値である。',
  },
  en: {
    data: 'Data',
    definitions: 'Definitions and sources',
    columns: 'Column',
    unit: 'Unit',
    asOf: 'As of',
    source: 'Source',
    status: 'Data status',
    missing: 'An empty cell is a missing value, with its reason in the status column; zero is a value.',
  },
};
