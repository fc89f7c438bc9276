import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

const activeOnly = '保留・終了した案件は数えない';
const stillInStage = 'まだその段階にある案件。期間は終わっていない';
const withoutEntry = '開始日が不明な案件。5件未満のときは示さない';
const withoutAmount = '金額のない案件は合計に含めず、件数を別に示す。通貨が異なる金額は足さない';
const addsUp = '期首 + 各変動 = 期末。必ず一致する';
const firstDay = '案件ごと・事象ごとに1回、最初に達した日で数える';
const withoutRecord = '記録の開始日より前と記録のない期間は数えず、0ともしない';
const cohort = '案件は登録した期に入り、結果は1つ';
const noCohort = '登録日が不明、記録の開始日より前、または登録時に最後の段階以降の案件';
const incidence = '2つの競合する結果（Aalen–Johansen法）。外挿しない。進行中の案件はその日まで追う';

export const register: SameLabels<typeof en.register> = {
  established_projects: {
    name: '立地済み案件',
    formula: '「立地済み」とする段階にある進行中の案件の数',
    counts: '案件ごとに1回数える。台帳が空のときは公表値を示す',
    leaves_out: activeOnly,
  },
  established_investment: {
    name: '立地済み案件の計画投資額',
    formula: '立地済み案件の計画投資額の合計（通貨別）',
    counts: '計画額であり、払込済資金でも投資実績でもない',
    leaves_out: withoutAmount,
  },
  pipeline_projects: {
    name: '商談・準備中案件',
    formula: '「商談・準備中」とする段階にある進行中の案件の数',
    counts:
      '案件ごとに1回数える。うち契約済は別に示す。協定が正式契約でないと分かっている案件は契約済としない',
    leaves_out: activeOnly,
  },
  class_projects: {
    name: '出典の区分による案件',
    formula: '出典がその日に公表した値をそのまま示す',
    counts: '出典自身の区分による',
    leaves_out: '他の出典や区分とは足さず、比べない',
  },
  projects_not_counted: {
    name: '対象外の案件',
    formula: '台帳の案件数 − 進行中の案件数',
    counts: '保留・終了した案件',
    leaves_out: '進行中の案件',
  },
  undisclosed_projects: {
    name: '金額のない案件',
    formula: '計画投資額のない進行中の案件の数',
    counts: '非開示、未報告、読み取り不可の金額。0は金額として扱う',
    leaves_out: activeOnly,
  },
  listed_projects: {
    name: '一覧の案件',
    formula: '条件に合う案件の数',
    counts: 'その日の台帳にある案件',
    leaves_out: '条件に合わない案件',
  },
  stage_projects: {
    name: '段階の案件数',
    formula: 'その日にその段階にある進行中の案件の数',
    counts: '段階は段階の記録による。日付からは推定しない',
    leaves_out: activeOnly,
  },
  stage_investment: {
    name: '段階の計画投資額',
    formula: 'その段階にある進行中の案件の計画投資額の合計（通貨別）',
    counts: '計画額。加重しない',
    leaves_out: withoutAmount,
  },
  stage_median_days: {
    name: '段階にある日数の中央値',
    formula: 'その日まで、その段階にある進行中の案件の滞在日数の中央値',
    counts: stillInStage,
    leaves_out: withoutEntry,
  },
  stage_days_8_in_10: {
    name: '10件中8件が収まる日数',
    formula: '8割以上の案件の滞在日数がこれ以下',
    counts: stillInStage,
    leaves_out: withoutEntry,
  },
  projects_on_hold: {
    name: '保留中の案件',
    formula: 'その日に保留となっている案件の数',
    counts: '商談・準備中とは別に示す',
    leaves_out: '終了した案件',
  },
  stage_moves: {
    name: '段階の移動',
    formula: '2つの日の間の段階の移動と新規の件数',
    counts: '移動ごとに数える。前進と後退は別',
    leaves_out: '金額や日付だけが変わった案件',
  },
  needs_action: {
    name: '要対応',
    formula: '期限や上限を1つ以上超えた進行中の案件の数',
    counts: '当初予定日の超過、停滞、課題の期限超過、要件の未充足、35日を超える未更新',
    leaves_out: '保留・終了した案件。日付がなく判断できない案件は別に数える',
  },
};

export const projects: SameLabels<typeof en.projects> = {
  project_amount: {
    name: '案件の金額',
    formula: '台帳の値を元の通貨のまま',
    counts: '計画・契約・払込済・実績の4つは別々に示し、足さない',
    leaves_out: '金額がなければ理由を示し、0とはしない',
  },
  project_jobs: {
    name: '案件の雇用',
    formula: '台帳の値のまま',
    counts: '計画と実際は別々に示し、足さない',
    leaves_out: '未報告は0としない',
  },
  project_fact: {
    name: '案件の数値',
    formula: '台帳の値のまま',
    counts: '敷地面積、延床面積または外資比率',
    leaves_out: '未報告は0としない',
  },
  project_stage_days: {
    name: 'この段階の日数',
    formula: 'その日 − 段階の開始日',
    counts: '暦日',
    leaves_out: '開始日が不明なときは示さない',
  },
  project_delay: {
    name: '当初予定との差',
    formula: '実際または現在の予定日 − 当初予定日',
    counts: '暦日。当初予定日は予定変更で変わらない',
    leaves_out: '当初予定日がないときは示さない',
  },
  project_overdue: {
    name: '超過日数',
    formula: 'その日 − 期日 − 上限',
    counts: '最も大きく超えたもの',
    leaves_out: '超えていない上限',
  },
  project_light: {
    name: 'マイルストーンの状態',
    formula: '90日以内の超過は「注意」、90日を超えれば「遅延」。更新の遅れた記録は「順調」としない',
    counts: '当初予定日で測る。予定変更では良くならない',
    leaves_out: '当初予定日がなければ不明',
  },
};

export const changes: SameLabels<typeof en.changes> = {
  bridge_projects: {
    name: '増減：案件数',
    formula: '2つの日の間にこの変動があった案件の数',
    counts: addsUp,
    leaves_out: 'どちらの区分にも入らない案件：保留、終了、段階未定',
  },
  bridge_investment: {
    name: '増減：計画投資額',
    formula: 'この変動があった案件の計画投資額の合計（通貨別）。修正は差額のみ',
    counts: addsUp,
    leaves_out: '金額のない案件は別に数える。通貨が異なる金額は足さない',
  },
  changed_projects: {
    name: '変化のあった案件',
    formula: '2つの日の間に1つ以上の変化があった案件の数',
    counts: '案件ごとに1回、最初の種類で数える',
    leaves_out: '変化のなかった案件',
  },
};

export const events: SameLabels<typeof en.events> = {
  event_projects: {
    name: '期間内の件数',
    formula: '最初に達した日が期間内にある案件の数',
    counts: firstDay,
    leaves_out: withoutRecord,
  },
  event_amount: {
    name: '期間内の金額',
    formula: '期間内にこの事象があった案件の金額の合計（通貨別）',
    counts: '基準日時点の案件の金額',
    leaves_out: '金額のない案件は別に数える。記録のない期間は0としない',
  },
  event_total: {
    name: '事象の累計',
    formula: '記録の開始時の分 + 期末までの各期の合計',
    counts: firstDay,
    leaves_out: '最初の記録のない期間から後は累計しない',
  },
  event_unknown: {
    name: '期間内の金額のない案件',
    formula: '期間内にこの事象があり、金額のない案件の数',
    counts: firstDay,
    leaves_out: withoutRecord,
  },
  period_value: {
    name: '期間の指標値',
    formula: 'フロー：期間の各月の合計。期末値：期間の最後の月',
    counts: '指標の定義に沿って報告された値。期末値は足さない',
    leaves_out: '月が欠けた期間に合計はない。系列の断絶をまたいで足さない',
  },
  cohort_projects: {
    name: '登録時期の案件',
    formula: 'その期に登録し、その日までにこの結果となった案件の数',
    counts: cohort,
    leaves_out: noCohort,
  },
  cohort_share: {
    name: '登録時期の割合',
    formula: 'この結果の案件 ÷ その期に登録した案件',
    counts: '新しい時期の案件はまだ進行中で、割合は固まっていない',
    leaves_out: '5件未満の時期は件数だけ',
  },
  incidence_share: {
    name: '累積発生率',
    formula:
      '日ごとに足す：それまで進行中の割合 × その日にこの結果となった数 ÷ その日まで追われた数',
    counts: incidence,
    leaves_out: noCohort,
  },
  incidence_followed: {
    name: '追跡中の案件',
    formula: '登録後この月数を経て、まだ進行中で追われている案件の数',
    counts: incidence,
    leaves_out: noCohort,
  },
};
