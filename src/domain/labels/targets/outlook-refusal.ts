import type { OutlookRefusal } from '#domain/outlook/outlook.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The reasons why a target has no floor, ceiling and chance, or no chance alone, in a few words. */
export const outlookRefusalTerms: Terms<OutlookRefusal> = {
  two_currencies: words('多种货币', '複数の通貨', 'several currencies'),
  no_projects: words('没有推进中项目', '進行中の案件なし', 'no active project'),
  projects_unknown: words('项目情况不详', '案件は不明', 'projects not known'),
  no_amounts: words(
    '在册项目均未填报增加的数额',
    '増える分を示す案件なし',
    'no project states what it adds',
  ),
  no_value: words('未报送', '未報告', 'not reported'),
  deadline_passed: words('期限已过', '期限経過', 'deadline passed'),
  met: words('已达标', '達成', 'met'),
  default_rates: words('本区历史不足', '自地区の実績不足', 'too little own history'),
};
