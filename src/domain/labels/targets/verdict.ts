import type { Verdict } from '#domain/targets/target-row.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The words of verdicts on targets. No triangle: it means minus in Japanese tables. */
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
