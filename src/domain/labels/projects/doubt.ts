import type { DoubtFactName, DoubtRule } from '#domain/doubts/doubt.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The rules of doubts, as headings. */
export const doubtTerms: Terms<DoubtRule> = {
  completed_above_paid_in: words(
    '累计完成投资超过到位资金',
    '累計投資実績が払込済資金を上回る',
    'Completed investment above paid-in funds',
  ),
  completed_above_planned: words(
    '累计完成投资超过计划总投资',
    '累計投資実績が計画投資額を上回る',
    'Completed investment above planned investment',
  ),
  operation_before_start: words('投产早于开工', '操業開始が着工より早い', 'Operation before start'),
  jobs_without_company: words(
    '有就业人数但没有企业',
    '雇用者がいるのに企業がない',
    'Jobs without a company',
  ),
  money_unchanged: words(
    '在建项目一年内金额未变',
    '建設中の金額が1年間変わらない',
    'Money unchanged for a year',
  ),
  exactly_on_plan: words('数值与计划完全相同', '値が計画値と完全に一致', 'Exactly on plan'),
  shared_site: words('多个项目同一地块', '同じ用地に複数の案件', 'Two projects on one site'),
  near_equal_names: words('项目名称几乎相同', '案件名がほぼ同じ', 'Near-equal names'),
  unusual_output_per_job: words(
    '人均产值与同产业相差悬殊',
    '1人当たり生産額が同業種と大きく異なる',
    'Output per job far from its industry',
  ),
  date_after_edition: words(
    '日期晚于台账日期',
    '日付が台帳の基準日より後',
    'Date after the edition',
  ),
  parts_above_whole: words('分项之和大于总数', '内訳の合計が全体を上回る', 'Parts above the whole'),
  signed_without_contract: words(
    '已签约但协议不是正式合同',
    '契約済だが正式契約がない',
    'Signed without a contract',
  ),
  expansion_not_below: words(
    '扩建或后期的投资额不小于原项目',
    '増設・後期の投資額が元の案件を下回らない',
    'Expansion at least as large as its project',
  ),
};

/** The facts that a doubt compares. */
export const doubtFactTerms: Terms<DoubtFactName> = {
  completed: words('累计完成投资', '累計投資実績', 'Completed investment'),
  paid_in: words('到位资金', '払込済資金', 'Paid-in funds'),
  completed_before: words(
    '上年同期累计完成投资',
    '1年前の累計投資実績',
    'Completed a year earlier',
  ),
  paid_in_before: words('上年同期到位资金', '1年前の払込済資金', 'Paid in a year earlier'),
  start: words('开工', '着工', 'Start'),
  completion: words('竣工', '竣工', 'Completion'),
  operation: words('投产', '操業開始', 'Operation'),
  full_capacity: words('达产', 'フル稼働', 'Full capacity'),
  last_update: words('最近更新', '最終更新', 'Last update'),
  stated: words('台账日期', '台帳の基準日', 'Day of the edition'),
  jobs: words('就业人数', '雇用者数', 'Jobs'),
  jobs_plan: words('计划就业', '計画雇用者数', 'Planned jobs'),
  output: words('产值', '生産額', 'Output'),
  output_plan: words('计划产值', '計画生産額', 'Planned output'),
  output_per_job: words('人均产值', '1人当たり生産額', 'Output per job'),
  usual_output_per_job: words('同产业人均产值中位数', '同業種の中央値', 'Median of the industry'),
  site: words('地块', '用地', 'Site'),
  reported: words('填报值', '報告値', 'Reported value'),
  plan: words('应达进度', '計画値', 'Plan to date'),
  whole: words('总数', '全体', 'Whole'),
  sum_of_parts: words('分项之和', '内訳の合計', 'Sum of parts'),
  planned: words('计划总投资', '計画投資額', 'Planned investment'),
  planned_later: words(
    '扩建或后期计划总投资',
    '増設・後期の計画投資額',
    'Planned for the expansion',
  ),
};
