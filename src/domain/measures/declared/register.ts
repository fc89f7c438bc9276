import type { Measure } from '#domain/measures/measure.ts';
import { words } from '#domain/values/term.ts';

const activeOnly = words(
  '暂缓、已结束的项目不计入',
  '保留・終了した案件は数えない',
  'Projects on hold and ended ones are not counted',
);
const stillInStage = words(
  '仍在该阶段的项目，时间尚未结束',
  'まだその段階にある案件。期間は終わっていない',
  'Projects that are still in the stage: their time is not over',
);
const withoutEntry = words(
  '进入日期未知的项目；不足5个时不给出',
  '開始日が不明な案件。5件未満のときは示さない',
  'Projects without a day of entry; not given for fewer than five',
);
const withoutAmount = words(
  '无金额的项目不计入合计，另行计数；不同币种不相加',
  '金額のない案件は合計に含めず、件数を別に示す。通貨が異なる金額は足さない',
  'Projects without an amount are in no sum and are counted apart; two currencies are never added',
);
const version = 1;

/** The figures of the register on one day. */
export const registerMeasures = {
  established_projects: {
    name: words('已落户项目', '立地済み案件', 'Established projects'),
    unit: 'projects',
    formula: words(
      '处于“已落户”各阶段的推进中项目个数',
      '「立地済み」とする段階にある進行中の案件の数',
      'number of active projects in the stages that count as established',
    ),
    counts: words(
      '每个项目计一次；台账为空时，采用来源公布的数',
      '案件ごとに1回数える。台帳が空のときは公表値を示す',
      'Each project once. Without a register of its own: the figure that a source published',
    ),
    leaves_out: activeOnly,
    source: 'register',
    version,
  },
  established_investment: {
    name: words(
      '已落户项目计划投资',
      '立地済み案件の計画投資額',
      'Investment in established projects',
    ),
    unit: 'money',
    formula: words(
      '已落户项目计划总投资之和，按币种',
      '立地済み案件の計画投資額の合計（通貨別）',
      'sum of the planned investment of established projects, each currency apart',
    ),
    counts: words(
      '计划数，不是到位资金，也不是完成投资',
      '計画額であり、払込済資金でも投資実績でもない',
      'What is planned; neither paid-in funds nor completed investment',
    ),
    leaves_out: withoutAmount,
    source: 'register',
    version,
  },
  pipeline_projects: {
    name: words('储备在谈项目', '商談・準備中案件', 'Pipeline'),
    unit: 'projects',
    formula: words(
      '处于“储备在谈”各阶段的推进中项目个数',
      '「商談・準備中」とする段階にある進行中の案件の数',
      'number of active projects in the stages that count as pipeline',
    ),
    counts: words(
      '每个项目计一次；其中已签约的另列',
      '案件ごとに1回数える。うち契約済は別に示す',
      'Each project once; those that are signed stand apart as well',
    ),
    leaves_out: activeOnly,
    source: 'register',
    version,
  },
  class_projects: {
    name: words('按来源分类的项目', '出典の区分による案件', 'Projects by the classes of a source'),
    unit: 'projects',
    formula: words(
      '来源在该日公布的数，照录',
      '出典がその日に公表した値をそのまま示す',
      'the figure that the source published on that day, as it stands',
    ),
    counts: words(
      '以来源自己的分类为准',
      '出典自身の区分による',
      'What the source counts, by its own classes',
    ),
    leaves_out: words(
      '不与其他来源或分类相加、比较',
      '他の出典や区分とは足さず、比べない',
      'It is neither added to nor compared with other sources or classes',
    ),
    source: 'values',
    version,
  },
  projects_not_counted: {
    name: words('不计入的项目', '対象外の案件', 'Not counted'),
    unit: 'projects',
    formula: words(
      '台账项目总数 − 推进中项目数',
      '台帳の案件数 − 進行中の案件数',
      'projects of the register − active projects',
    ),
    counts: words('暂缓和已结束的项目', '保留・終了した案件', 'Projects on hold and ended ones'),
    leaves_out: words('推进中的项目', '進行中の案件', 'Active projects'),
    source: 'register',
    version,
  },
  undisclosed_projects: {
    name: words('无金额的项目', '金額のない案件', 'Projects without an amount'),
    unit: 'projects',
    formula: words(
      '没有计划总投资的推进中项目个数',
      '計画投資額のない進行中の案件の数',
      'number of active projects without a planned investment',
    ),
    counts: words(
      '未披露、未报送和无法识别的金额；0 是金额',
      '非開示、未報告、読み取り不可の金額。0は金額として扱う',
      'Amounts not disclosed, not reported or not readable; 0 is an amount',
    ),
    leaves_out: activeOnly,
    source: 'register',
    version,
  },
  listed_projects: {
    name: words('列出的项目', '一覧の案件', 'Projects listed'),
    unit: 'projects',
    formula: words(
      '符合筛选条件的项目个数',
      '条件に合う案件の数',
      'number of projects that match the filters',
    ),
    counts: words(
      '该日台账中的项目',
      'その日の台帳にある案件',
      'Projects in the register on that day',
    ),
    leaves_out: words(
      '不符合筛选条件的项目',
      '条件に合わない案件',
      'Projects that do not match the filters',
    ),
    source: 'register',
    version,
  },
  stage_projects: {
    name: words('该阶段项目', '段階の案件数', 'Projects in the stage'),
    unit: 'projects',
    formula: words(
      '当日处于该阶段的推进中项目个数',
      'その日にその段階にある進行中の案件の数',
      'number of active projects in the stage on the day',
    ),
    counts: words(
      '阶段取自阶段记录，不由日期推算',
      '段階は段階の記録による。日付からは推定しない',
      'The stage of the stage log, never derived from dates',
    ),
    leaves_out: activeOnly,
    source: 'register',
    version,
  },
  stage_investment: {
    name: words('该阶段计划投资', '段階の計画投資額', 'Planned investment of the stage'),
    unit: 'money',
    formula: words(
      '该阶段推进中项目计划总投资之和，按币种',
      'その段階にある進行中の案件の計画投資額の合計（通貨別）',
      'sum of the planned investment of the active projects in the stage, each currency apart',
    ),
    counts: words('计划数，不加权', '計画額。加重しない', 'What is planned, without any weight'),
    leaves_out: withoutAmount,
    source: 'register',
    version,
  },
  stage_median_days: {
    name: words('在该阶段天数，中位数', '段階にある日数の中央値', 'Days in the stage, median'),
    unit: 'days',
    formula: words(
      '截至当日，该阶段推进中项目已停留天数的中位数',
      'その日まで、その段階にある進行中の案件の滞在日数の中央値',
      'median, over the active projects in the stage, of the days from entry to the day',
    ),
    counts: stillInStage,
    leaves_out: withoutEntry,
    source: 'register',
    version,
  },
  stage_days_8_in_10: {
    name: words('十个中有八个不超过的天数', '10件中8件が収まる日数', 'Days for 8 in 10'),
    unit: 'days',
    formula: words(
      '至少八成项目的停留天数不超过此数',
      '8割以上の案件の滞在日数がこれ以下',
      'at least 8 in 10 of the projects have been in the stage for at most this many days',
    ),
    counts: stillInStage,
    leaves_out: withoutEntry,
    source: 'register',
    version,
  },
  projects_on_hold: {
    name: words('暂缓项目', '保留中の案件', 'Projects on hold'),
    unit: 'projects',
    formula: words(
      '当日状态为暂缓的项目个数',
      'その日に保留となっている案件の数',
      'number of projects whose status is on hold on the day',
    ),
    counts: words(
      '列于储备在谈之下，不计入其中',
      '商談・準備中とは別に示す',
      'Listed below the pipeline, never in it',
    ),
    leaves_out: words('已结束的项目', '終了した案件', 'Ended projects'),
    source: 'register',
    version,
  },
  stage_moves: {
    name: words('阶段变动', '段階の移動', 'Moves between stages'),
    unit: 'projects',
    formula: words(
      '两日之间的阶段变动和新增项目的次数',
      '2つの日の間の段階の移動と新規の件数',
      'moves between stages and new projects between the two days',
    ),
    counts: words(
      '每次变动；推进与回退分列',
      '移動ごとに数える。前進と後退は別',
      'Each move; forward and back stand apart',
    ),
    leaves_out: words(
      '只改了金额或日期的项目',
      '金額や日付だけが変わった案件',
      'Projects whose amount or dates alone changed',
    ),
    source: 'register',
    version,
  },
  needs_action: {
    name: words('待处理', '要対応', 'Needs action'),
    unit: 'projects',
    formula: words(
      '至少超过一项时限的推进中项目个数',
      '期限や上限を1つ以上超えた進行中の案件の数',
      'number of active projects that exceed at least one limit',
    ),
    counts: words(
      '原定日期已过而未完成；停滞；问题超期；阶段条件受阻；35天以上未更新',
      '当初予定日の超過、停滞、課題の期限超過、要件の未充足、35日を超える未更新',
      'An original date that has passed; stalled; an issue past its day; a blocked gate; no update for more than 35 days',
    ),
    leaves_out: words(
      '暂缓、已结束的项目；没有任何日期、无法判断的项目另行计数',
      '保留・終了した案件。日付がなく判断できない案件は別に数える',
      'Projects on hold and ended ones; projects without any date cannot be judged and are counted apart',
    ),
    source: 'register',
    version,
  },
} as const satisfies Record<string, Measure>;
