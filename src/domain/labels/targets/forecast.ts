import type { ForecastRefusal } from '#domain/targets/target-row.ts';
import { type Terms, words } from '#domain/values/term.ts';

/** The assumption behind the 10–90 % band of a forecast. */
export const bandTerm = words(
  '10–90%：若各月波动与以往相同',
  '10–90%：各月の変動がこれまで通りなら',
  '10–90%: if months vary as they have',
);

/** The share of results inside such bands in the test. */
export const bandRecordTerm = words(
  '以公开序列检验，两年以内约四分之三的结果落在此区间，更远约三分之二；增速持续变化时更少。',
  '公開系列での検証では、2年先までは結果の約4分の3、それより先は約3分の2がこの幅に収まった。ペース自体が変わり続ける場合は少ない。',
  'Tested on public series, about 3 in 4 results fell inside such a band up to two years ahead, 2 in 3 beyond; fewer where the pace itself kept changing.',
);

/** For a forecast with a horizon of more than twice the span of its values. */
export const furtherTerm = words(
  '预测期超过已有数据时长的两倍',
  '予測期間がこれまでのデータの期間の2倍を超える',
  'further ahead than twice what was seen',
);

/** The reasons why there is no forecast, each as a clause. */
export const refusalTerms: Terms<ForecastRefusal> = {
  no_latest_value: words('缺少最新数据', '最新の値がない', 'the latest value is missing'),
  too_few_observations: words(
    '至少需要6个数据',
    '少なくとも6か月分の値が必要',
    'at least six values are needed',
  ),
  too_short_a_span: words(
    '数据至少要跨6个月',
    '値が6か月以上にわたる必要がある',
    'the values must span six months',
  ),
  too_few_years: words(
    '年度指标至少需要24个月的数据',
    '年間の指標には24か月分の値が必要',
    'a yearly figure needs 24 months',
  ),
  no_variation: words(
    '各月增减完全相同，可能是按计划填写或沿用旧值',
    '各月の増減がすべて同じで、計画からの入力か値の据え置きとみられる',
    'every month changed by the same amount, as values do that were typed from a plan or copied on',
  ),
  too_far_ahead: words(
    '预测期超过60个月，或超过已有数据时长的6倍',
    '60か月を超えるか、データの期間の6倍を超える先の予測になる',
    'the deadline is more than 60 months ahead, or more than six times the span of the values',
  ),
  deadline_passed: words('期限已过', '期限を過ぎた', 'the deadline has passed'),
  met: words('已达标', '目標達成', 'the target is met'),
  qualitative: words('目标不是数值', '数値目標ではない', 'the target is not a number'),
};
