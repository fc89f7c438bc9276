import type { Verdict } from '#domain/targets/target-row.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The words of verdicts on targets. No triangle: it means minus in Japanese tables. */
/** States which rows are on plan only if they meet their plan to date. */
export const heldToPlanTerm = words(
  '比率指标以及当前计划值即为目标值的指标，达到计划的100%才算符合计划。',
  '比率と、現時点の計画値が目標値そのものである指標は、計画の100%以上で計画どおりとする。',
  'A ratio, and a value whose plan to date is the target itself, are on plan from 100% of it.',
);

export const verdictTerms: Terms<Verdict> = {
  met: words('已达标', '達成', 'Target met'),
  not_yet_exceeded: words('尚未超过', '未超過', 'Not yet exceeded'),
  ahead: words('快于计划', '計画を上回る', 'Ahead of plan'),
  on_plan: words('符合计划', '計画どおり', 'On plan'),
  slightly_behind: words('略慢于计划', 'やや遅れ', 'Slightly behind'),
  behind: words('慢于计划', '遅れ', 'Behind plan'),
  missed: words('未达标', '未達成', 'Target missed'),
  no_value: words('未报送', '未報告', 'Not reported'),
  no_value_at_deadline: words('期末无数据', '期限時点の値なし', 'No value at the deadline'),
  no_verdict: words('不作判断', '判定なし', 'No verdict'),
};
