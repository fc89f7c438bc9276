import type { Language } from '#domain/values/language.ts';

/** Labels of a workbook outside its rows. */
export const sheetWords: Readonly<
  Record<
    Language,
    Readonly<
      Record<
        | 'data'
        | 'projects'
        | 'definitions'
        | 'columns'
        | 'unit'
        | 'formula'
        | 'asOf'
        | 'source'
        | 'status'
        | 'filter'
        | 'made'
        | 'view'
        | 'missing'
        | 'exact'
        | 'no_rows'
        | 'data_sheet',
        string
      >
    >
  >
> = {
  'zh-CN': {
    data: '数据',
    projects: '项目',
    definitions: '口径与来源',
    columns: '列',
    unit: '单位',
    formula: '计算方法',
    asOf: '数据截至',
    source: '来源',
    status: '数据状态',
    missing: '空白单元格表示缺数，原因见状态列；零是数值。',
    exact: '单元格的数即列标题或单位列所示单位的数，未作四舍五入；求和与引用均按此数。',
    filter: '范围',
    made: '生成',
    view: '对应页面',
    no_rows: '该日没有数据行。',
    data_sheet: '本表供程序使用和再次导入，打印时只印此标题。',
  },
  ja: {
    data: 'データ',
    projects: '案件',
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
  },
  en: {
    data: 'Data',
    projects: 'Projects',
    definitions: 'Definitions and sources',
    columns: 'Column',
    unit: 'Unit',
    formula: 'How it is computed',
    asOf: 'As of',
    source: 'Source',
    status: 'Data status',
    missing:
      'An empty cell is a missing value, with its reason in the status column; zero is a value.',
    exact:
      'A cell holds the number in the unit of its heading or its unit column, not rounded. Sums and references take that number.',
    filter: 'Scope',
    made: 'Made',
    view: 'The same on a page',
    no_rows: 'There are no rows on this day.',
    data_sheet: 'This sheet is for programs and for importing again; only this title prints.',
  },
};
