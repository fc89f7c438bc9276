import type { Measure } from '#domain/measures/measure.ts';
import { words } from '#domain/values/term.ts';

const version = 1;
const stays = words(
  '进行中：推进中项目自进入至当日；已结束：自进入至进入下一阶段或退出',
  '継続中：進行中案件の開始日からその日まで。終了：開始日から次の段階または離脱まで',
  'Open: active projects from entry to the day; closed: from entry to the next stage or the exit',
);
const undatedStays = words(
  '进入或离开日期不明的；暂缓的；阶段回退的',
  '開始日または終了日が不明なもの、保留、段階の後退',
  'Times without a day of entry or leaving, projects on hold, and moves back',
);
const limits = words(
  '阶段的时限为其阶段条件的月数；没有的，为通用停滞天数',
  '期限は段階の要件の月数。要件がなければ通常の停滞日数',
  'The limit is that of the gate of the stage; without a gate the usual days after which a project is stalled',
);
const original = words(
  '以原定日期衡量；已过的和推迟的都算',
  '当初予定日で測る。過ぎたものも後ろへ変えたものも数える',
  'Measured against the original date; what is overdue and what was re-planned both count',
);

/** The measures of durations and delays. */
export const timeMeasures = {
  stage_cases: {
    name: words('在该阶段的项目', '段階にある・あった案件', 'Cases of a stage'),
    unit: 'projects',
    formula: words(
      '进入日期已知、目前在该阶段或已离开的项目个数',
      '開始日が分かり、段階にある、または段階を離れた案件の数',
      'number of projects with known days that are in the stage or have left it',
    ),
    counts: stays,
    leaves_out: undatedStays,
    source: 'register',
    version,
  },
  stage_case_days: {
    name: words('在该阶段天数', '段階での日数', 'Days in a stage'),
    unit: 'days',
    formula: words(
      '各项目停留天数的中位数、第10或第90百分位',
      '案件ごとの滞在日数の中央値、10%点または90%点',
      'median, 10% or 90% point of the days of the cases',
    ),
    counts: stays,
    leaves_out: words(
      '日期不明的；一个时不给出中位数，不足5个时不给出百分位',
      '日付が不明なもの。1件では中央値を、5件未満では分位点を示さない',
      'Cases without a day; no median for one case, no other point for fewer than five',
    ),
    source: 'register',
    version,
  },
  stage_limit: {
    name: words('阶段时限', '段階の期限', 'Limit of a stage'),
    unit: 'days',
    formula: words(
      '阶段条件的月数，折合为天；没有阶段条件时为通用时限',
      '段階の要件の月数を日数にしたもの。要件がなければ通常の期限',
      'months of the gate in days; without a gate the usual limit',
    ),
    counts: limits,
    leaves_out: words(
      '只适用于用地项目的阶段条件',
      '用地案件だけの要件',
      'Gates of projects with land only',
    ),
    source: 'register',
    version,
  },
  stage_over: {
    name: words('超过时限的项目', '期限超過の案件', 'Projects over the limit of their stage'),
    unit: 'projects',
    formula: words(
      '进入日期 + 时限 < 当日的推进中项目个数',
      '開始日 + 期限 < その日 である進行中案件の数',
      'number of active projects with day of entry + limit < the day',
    ),
    counts: limits,
    leaves_out: undatedStays,
    source: 'register',
    version,
  },
  stage_undated: {
    name: words('缺少日期的项目', '日付不明の案件', 'Cases without a day'),
    unit: 'projects',
    formula: words(
      '进行中缺进入日期的 + 已结束缺进入或离开日期的',
      '継続中で開始日が不明なもの + 終了で開始日または終了日が不明なもの',
      'open without a day of entry + closed without a day of entry or leaving',
    ),
    counts: words(
      '不计入天数，只计个数',
      '日数には含めず、件数だけを示す',
      'They are in no figure of days and are counted here',
    ),
    leaves_out: words('日期已知的', '日付が分かるもの', 'Cases with known days'),
    source: 'register',
    version,
  },
  project_behind: {
    name: words('比原定晚的天数', '当初予定からの遅れ', 'Days behind the original date'),
    unit: 'days',
    formula: words(
      '未完成里程碑中最大的：现行计划 − 原定日期，加上已超过的天数',
      '未実施のマイルストーンで最大のもの：現在の予定 − 当初予定日に、過ぎた日数を足す',
      'largest of the open milestones: current plan − original date, plus the days past it',
    ),
    counts: original,
    leaves_out: words(
      '已完成的里程碑；没有原定日期的项目',
      '実施済みのマイルストーン。当初予定日のない案件',
      'Milestones that are done; projects without an original date',
    ),
    source: 'register',
    version,
  },
  projects_behind: {
    name: words('比原定晚的项目', '当初より遅れた案件', 'Projects behind their original dates'),
    unit: 'projects',
    formula: words(
      '未完成里程碑比原定晚的推进中项目个数',
      '未実施のマイルストーンが当初より遅れた進行中案件の数',
      'number of active projects with an open milestone behind its original date',
    ),
    counts: original,
    leaves_out: words(
      '没有日期或没有原定日期的项目另行计数',
      '日付のない案件、当初予定日のない案件は別に数える',
      'Projects without dates or without an original date are counted apart',
    ),
    source: 'register',
    version,
  },
  quarter_milestones: {
    name: words('季度的里程碑', '四半期のマイルストーン', 'Milestones of a quarter'),
    unit: 'items',
    formula: words(
      '原定日期在该季度、处于此状态的里程碑个数',
      '当初予定日がその四半期にあり、この状態にあるマイルストーンの数',
      'number of milestones in this state whose original date lies in the quarter',
    ),
    counts: words(
      '没有原定日期的，按计划日期，再按实际日期',
      '当初予定日がなければ予定日、次に実績日による',
      'Without an original date by the planned day, else by the actual one',
    ),
    leaves_out: words(
      '没有任何日期的里程碑',
      '日付のないマイルストーン',
      'Milestones without any date',
    ),
    source: 'register',
    version,
  },
  field_projects: {
    name: words('字段的填报情况', '項目の記入状況', 'Values of a field'),
    unit: 'projects',
    formula: words(
      '适用该字段、处于此填报状态的推进中项目个数',
      '項目が該当し、この記入状態にある進行中案件の数',
      'number of active projects to which the field applies and that are in this state',
    ),
    counts: words(
      '字段自某一阶段起适用；按责任人时，各项目的字段数相加',
      '項目はある段階から該当する。担当者別では案件ごとの項目数を足す',
      'A field applies from a stage on; by owner the fields of all projects are added up',
    ),
    leaves_out: words('不适用的项目', '該当しない案件', 'Projects to which it does not apply'),
    source: 'register',
    version,
  },
  field_share: {
    name: words('填报率', '記入率', 'Share with a value'),
    unit: 'percent',
    formula: words('已填 ÷ 适用', '記入済 ÷ 該当', 'with a value ÷ applicable'),
    counts: words(
      '来源未披露的计为未填',
      '出典が非開示のものは未記入に数える',
      'What a source does not disclose counts as missing',
    ),
    leaves_out: words('不适用的项目', '該当しない案件', 'Projects to which it does not apply'),
    source: 'register',
    version,
  },
  update_age: {
    name: words('距上次更新', '更新からの日数', 'Age of the last update'),
    unit: 'projects',
    formula: words(
      '已填该字段、上次更新在此时段内的推进中项目个数',
      '項目が記入済みで、最後の更新がこの期間にある進行中案件の数',
      'number of active projects with a value whose last update is of this age',
    ),
    counts: words(
      '30天以内、31–90天、超过90天、无更新日期',
      '30日以内、31～90日、90日超、更新日なし',
      'Up to 30 days, 31 to 90, more, and without a day of update',
    ),
    leaves_out: words('没有填报该字段的项目', '項目が未記入の案件', 'Projects without a value'),
    source: 'register',
    version,
  },
  oldest_update: {
    name: words('最久未更新天数', '最長の未更新日数', 'Days since the oldest update'),
    unit: 'days',
    formula: words(
      '当日 − 已填项目中最早的上次更新之日',
      'その日 − 記入済み案件で最も古い更新日',
      'the day − the oldest last update of the projects with a value',
    ),
    counts: words('日历天', '暦日', 'Calendar days'),
    leaves_out: words('无更新日期的项目', '更新日のない案件', 'Projects without a day of update'),
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
