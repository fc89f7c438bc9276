import type { Language } from '#domain/values/language.ts';

export interface AboutWords {
  readonly zone: string;
  readonly as_of: string;
  readonly compared: string;
  readonly revision: string;
  readonly revision_of: (number: string, moment: string) => string;
  readonly filter: string;
  readonly no_filter: string;
  readonly projects: string;
  readonly address: string;
  readonly invented: string;
  readonly missing: string;
  readonly missing_note: string;
  readonly blank_columns: string;
  readonly money: string;
  readonly money_note: string;
  readonly mapping: (group: string, stages: string) => string;
  readonly light: string;
  readonly light_note: string;
  readonly not_held: string;
  readonly not_held_note: string;
  readonly rounding: string;
  readonly rounding_note: string;
  readonly sheets: string;
  readonly line: (day: string) => string;
  readonly search: (text: string) => string;
}

/** Texts of every document of the register. */
export const aboutWords: Readonly<Record<Language, AboutWords>> = {
  'zh-CN': {
    zone: '园区',
    as_of: '数据截至',
    compared: '对比日期',
    revision: '修订',
    revision_of: (number, moment) => `第${number}次修订，记录于${moment}`,
    filter: '筛选条件',
    no_filter: '无（全部项目）',
    projects: '项目数',
    address: '对应页面',
    invented: '项目、金额、日期均非真实，请勿引用。',
    missing: '缺数',
    missing_note: '空白单元格表示缺数，原因见状态列；零是数值。',
    blank_columns: '没有任何数值的列已隐藏。',
    money: '金额',
    money_note:
      '单元格内是确数，单位见表头或单位列；表头未写单位的金额，为其币种的基本单位；不同币种从不相加。计划数与实际数不相加，投资额不是产值，项目不是企业。',
    mapping: (group, stages) => `“${group}”指状态为推进中、阶段为以下之一的项目：${stages}`,
    light: '亮灯规则',
    light_note:
      '以里程碑的原定日期为准（没有原定日期的，为首次已知的计划日期）：无超期为正常，超期1至90天为预警，超过90天为滞后；没有任何原定日期的为未知；记录超过35天未更新者不亮正常灯。',
    not_held: '未提供的表',
    not_held_note:
      '外资到账表：不单独列表；各项目的合同外资和实际使用外资见项目明细表。年度计划投资、本月完成、年初累计三列照录导入表格中的原文。',
    rounding: '四舍五入',
    rounding_note: '部分数据因四舍五入，分项合计与总计可能略有差异。',
    sheets: '工作表',
    line: (day) =>
      `数据截至${day}。单元格的数即表头或单位列所示单位的数；表头未写单位的金额，为其币种的基本单位。`,
    search: (text) => `搜索“${text}”`,
  },
  ja: {
    zone: '地区',
    as_of: 'データ時点',
    compared: '比較日',
    revision: '改訂',
    revision_of: (number, moment) => `改訂${number}、${moment}に記録`,
    filter: '絞り込み',
    no_filter: 'なし（全案件）',
    projects: '案件数',
    address: '同じ内容の画面',
    invented: '案件・金額・日付は実在しません。引用しないでください。',
    missing: '値なし',
    missing_note: '空白のセルは値がないことを示し、理由は状態の列にある。ゼロは値である。',
    blank_columns: '値が一つもない列は非表示にした。',
    money: '金額',
    money_note:
      'セルの値は正確な数で、単位は見出し（万元など）または単位の列に示す。見出しに単位のない金額は、その通貨の基本単位の値である。通貨の異なる金額は合算しない。計画と実績は合算せず、投資額は生産額ではなく、案件は企業ではない。',
    mapping: (group, stages) => `「${group}」は、進行中で段階が次のいずれかの案件：${stages}`,
    light: '信号の基準',
    light_note:
      'マイルストーンの当初予定（ない場合は最初に判明した予定日）による。超過なしは順調、1〜90日の超過は注意、90日を超えると遅延。当初予定が一つもない案件は不明。35日を超えて更新のない記録は順調としない。',
    not_held: '含まれない表',
    not_held_note:
      '外資払込表：別表は設けない。各案件の契約外資額と外資実行額は案件の一覧にある。年間投資計画、当月投資実績、年初来投資実績の列は、取り込んだ表の記載のままである。',
    rounding: '端数処理',
    rounding_note: '端数処理のため合計が一致しない場合がある。',
    sheets: 'シート',
    line: (day) =>
      `${day}時点のデータ。セルの数は見出しまたは単位の列に示す単位の値。見出しに単位のない金額は、その通貨の基本単位の値。`,
    search: (text) => `「${text}」を検索`,
  },
  en: {
    zone: 'Zone',
    as_of: 'Data as of',
    compared: 'Compared with',
    revision: 'Revision',
    revision_of: (number, moment) => `Revision ${number}, recorded ${moment}`,
    filter: 'Filter',
    no_filter: 'none (all projects)',
    projects: 'Projects',
    address: 'The same on a page',
    invented: 'Projects, amounts and dates are invented. Do not quote them.',
    missing: 'Missing values',
    missing_note:
      'An empty cell is a missing value, with its reason in the status column; zero is a value.',
    blank_columns: 'Columns without any value are hidden.',
    money: 'Amounts',
    money_note:
      'Cells hold exact amounts in the unit of the heading (millions, for example) or of the unit column; an amount without one is in units of its currency. Two currencies are never added, planned is never added to actual, investment is not output, and projects are not companies.',
    mapping: (group, stages) => `“${group}” are active projects in one of these stages: ${stages}`,
    light: 'Light rule',
    light_note:
      'By the original dates of the milestones (the baseline, else the first plan date known): nothing overdue is on track, 1 to 90 days overdue is at risk, more than 90 days is behind. Without any original date the light is not known. A record not updated for more than 35 days is never on track.',
    not_held: 'Not provided',
    not_held_note:
      'Table of foreign capital received: there is no separate table. The sheet of projects has the contracted foreign capital and the foreign capital paid in of each project. Planned this year, completed this month and completed year to date are given as the imported register said them.',
    rounding: 'Rounding',
    rounding_note: 'Figures may not add up due to rounding.',
    sheets: 'Sheets',
    line: (day) =>
      `Data as of ${day}. A cell holds the number in the unit of its heading or its unit column; an amount without one is in units of its currency.`,
    search: (text) => `search for “${text}”`,
  },
};
