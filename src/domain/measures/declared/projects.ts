import type { Measure } from '#domain/measures/measure.ts';
import { words } from '#domain/values/term.ts';

const version = 1;

/** The figures of one project. */
export const projectMeasureList = {
  project_amount: {
    name: words('项目金额', '案件の金額', 'Amount of a project'),
    unit: 'money',
    formula: words(
      '台账中的数，原币种，照录',
      '台帳の値を元の通貨のまま',
      'as the register has it, in its own currency',
    ),
    counts: words(
      '计划、协议、到位、完成四项分列，从不相加',
      '計画・契約・払込済・実績の4つは別々に示し、足さない',
      'Planned, contracted, paid-in and completed stand apart and are never added',
    ),
    leaves_out: words(
      '缺少的金额写明原因，不作0',
      '金額がなければ理由を示し、0とはしない',
      'An amount that is missing has its reason; it is never 0',
    ),
    source: 'register',
    version,
  },
  project_jobs: {
    name: words('项目就业', '案件の雇用', 'Jobs of a project'),
    unit: 'jobs',
    formula: words('台账中的数，照录', '台帳の値のまま', 'as the register has it'),
    counts: words(
      '计划与实际分列，从不相加',
      '計画と実際は別々に示し、足さない',
      'Planned and actual jobs stand apart and are never added',
    ),
    leaves_out: words('未报送的不作0', '未報告は0としない', 'Not reported is never 0'),
    source: 'register',
    version,
  },
  project_fact: {
    name: words('项目数据', '案件の数値', 'Fact of a project'),
    unit: 'of_target',
    formula: words('台账中的数，照录', '台帳の値のまま', 'as the register has it'),
    counts: words(
      '用地面积、建筑面积或外资比例',
      '敷地面積、延床面積または外資比率',
      'Land, floor area or the foreign share',
    ),
    leaves_out: words('未报送的不作0', '未報告は0としない', 'Not reported is never 0'),
    source: 'register',
    version,
  },
  project_stage_days: {
    name: words('在本阶段天数', 'この段階の日数', 'Days in the stage'),
    unit: 'days',
    formula: words(
      '当日 − 进入本阶段之日',
      'その日 − 段階の開始日',
      'the day − the day on which the stage began',
    ),
    counts: words('日历天', '暦日', 'Calendar days'),
    leaves_out: words(
      '进入日期未知时不给出',
      '開始日が不明なときは示さない',
      'Not given where the day of entry is not known',
    ),
    source: 'register',
    version,
  },
  project_delay: {
    name: words('比原定晚的天数', '当初予定との差', 'Later than first planned'),
    unit: 'days',
    formula: words(
      '实际或现行计划日期 − 原定日期',
      '実際または現在の予定日 − 当初予定日',
      'actual or current date − original date',
    ),
    counts: words(
      '日历天；原定日期不随调整改变',
      '暦日。当初予定日は予定変更で変わらない',
      'Calendar days; re-planning never moves the original date',
    ),
    leaves_out: words(
      '没有原定日期时不给出',
      '当初予定日がないときは示さない',
      'Not given without an original date',
    ),
    source: 'register',
    version,
  },
  project_overdue: {
    name: words('超期天数', '超過日数', 'Days overdue'),
    unit: 'days',
    formula: words(
      '当日 − 到期日 − 时限',
      'その日 − 期日 − 上限',
      'the day − the day from which it counts − its limit',
    ),
    counts: words('取超出最多的一项', '最も大きく超えたもの', 'The limit that is exceeded most'),
    leaves_out: words('未超过的时限', '超えていない上限', 'Limits that are not exceeded'),
    source: 'register',
    version,
  },
  project_light: {
    name: words('里程碑状态', 'マイルストーンの状態', 'State of the milestones'),
    unit: 'words',
    formula: words(
      '超期90天以内：预警；超过90天：滞后；数据陈旧时不判为正常',
      '90日以内の超過は「注意」、90日を超えれば「遅延」。更新の遅れた記録は「順調」としない',
      'up to 90 days overdue: at risk; more: behind; a stale record is never on track',
    ),
    counts: words(
      '以原定日期衡量，调整计划不使其变好',
      '当初予定日で測る。予定変更では良くならない',
      'Measured against the original date; re-planning does not improve it',
    ),
    leaves_out: words(
      '没有原定日期时为未知',
      '当初予定日がなければ不明',
      'Not known without an original date',
    ),
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
