import { type Terms, words } from '#domain/values/term.ts';
import type { outlookParts } from '#domain/outlook/outlook.ts';

/** Headings of the table of the outlook. */
export const outlookWords = {
  title: words('前景', '見通し', 'Outlook'),
  target: words('目标编号', '目標ID', 'Target ID'),
  name: words('目标', '目標', 'Target'),
  part: words('组成', '内訳', 'Part'),
  adds: words('增加', '増える分', 'Adds'),
  sum: words('累计', '累計', 'Running sum'),
  projects: words('项目数', '案件数', 'Projects'),
  target_value: words('目标值', '目標値', 'Target value'),
  unit: words('单位', '単位', 'Unit'),
  deadline: words('期限日', '期限日', 'Deadline'),
  needed: words('每月应增', '必要な月増加', 'Needed a month'),
  actual: words('每月实增', '実際の月増加', 'Actual a month'),
  reached: words('按现有进度达到的月份', 'このペースで達する月', 'Reached at this pace in'),
  chance: words(
    '补足差额的可能性',
    '不足分以上が得られる可能性',
    'Chance of at least what is missing',
  ),
  chance_definition: words(
    '在册项目到期限日至少带来所缺数额的可能性，0–1',
    '期限日までに台帳の案件が不足分以上をもたらす可能性、0–1',
    'That projects on file bring at least what is missing by the deadline, 0–1',
  ),
  p10: words('预测增加10%', '予測増加 10%', 'Likely, 10%'),
  p50: words('预测增加中值', '予測増加 中央値', 'Likely, middle'),
  p90: words('预测增加90%', '予測増加 90%', 'Likely, 90%'),
  unknown: words('未填数值的项目', '値のない案件', 'Projects without a figure'),
  refused: words('不推算的原因', '算出しない理由', 'Reason for no result'),
  data_status: words('数据状态', 'データ区分', 'Data status'),
  as_of: words('台账日期', '台帳の日付', 'Register as of'),
};

export const outlookPartTerms: Terms<(typeof outlookParts)[number]> = {
  now: words('现有', '現在', 'Today'),
  established: words('已落户', '立地済み', 'Established'),
  signed: words('已签约', '契約済', 'Signed'),
  negotiation: words('在谈', '商談中', 'In negotiation'),
  lead: words('线索', '有望案件', 'Leads'),
  missing: words('仍缺', '不足', 'Missing even then'),
};
