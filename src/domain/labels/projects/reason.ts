import type { ReasonCode } from '#domain/projects/reason.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** Why projects are held, end, or move back (domain reference 1.4). */
export const reasonTerms: Terms<ReasonCode> = {
  market: words('市场变化', '市場の変化', 'Market'),
  financing: words('融资困难', '資金調達', 'Financing'),
  land_or_site: words('用地或场地', '用地・物件', 'Land or site'),
  approvals: words('审批手续', '許認可', 'Approvals'),
  environment_energy_quota: words(
    '环保或能耗指标',
    '環境・エネルギー枠',
    'Environment or energy quota',
  ),
  incentives: words('优惠政策', '優遇措置', 'Incentives'),
  utilities: words('水电气等配套', 'ユーティリティ', 'Utilities'),
  labour: words('用工', '人材・労働力', 'Labour'),
  investor_strategy: words('投资方战略调整', '投資者の戦略変更', 'Investor strategy'),
  travel_restriction: words('出行限制', '渡航制限', 'Travel restrictions'),
  competing_location: words('其他地区竞争', '他地域との競合', 'Competing location'),
  policy: words('政策变化', '政策の変更', 'Policy'),
  partner: words('合作方原因', '提携先の事情', 'Partner'),
  other: words('其他', 'その他', 'Other'),
};
