import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

const outside = '保留・終了した案件、図の条件に合わない案件';
const outsideAndUnknown =
  '保留・終了した案件、条件に合わない案件。値のない案件は別に数える。通貨は合算しない';
const notEnded = '進行中・保留の案件';
const oneGroup = '案件は1つの区分に入る。区分の合計は全体に一致する';
const parts = '区分または案件。0を超える値だけ、同じ単位の中で';
const omissionNote = '値のない案件、記載のない区分。3つ未満のときは示さない';
const bothAmounts = '両方の値が同じ通貨である案件';
const oneAmount = '一方の値しかない案件、通貨が異なる案件';
const allPeriods = '図の全期間・選んだすべての事象を合計';
const outsideRecords = '記録のない期間と記録の開始日より前';
const stays = '継続中：進行中案件の開始日からその日まで。終了：開始日から次の段階または離脱まで';
const undatedStays = '開始日または終了日が不明なもの、保留、段階の後退';
const limits = '期限は段階の要件の月数。要件がなければ通常の停滞日数';
const original = '当初予定日で測る。過ぎたものも後ろへ変えたものも数える';

export const breakdown: SameLabels<typeof en.breakdown> = {
  sum: {
    formula: '区分の進行中案件のこの値の合計（単位別）',
    counts: oneGroup,
    leaves_out: outsideAndUnknown,
  },
  ratio: {
    counts: '両方の値がある案件だけ：合計 ÷ 合計であり、案件ごとの比の平均ではない',
    leaves_out:
      'どちらかの値がない案件は分子・分母とも数えない。用地のない案件に1ムー当たりの値はない',
  },
  breakdown_investment_per_mu: {
    name: '1ムー当たり計画投資額',
    formula: '計画投資額の合計 ÷ 用地面積の合計（ムー）',
  },
  breakdown_output_per_mu: {
    name: '1ムー当たり計画年間生産額',
    formula: '計画年間生産額の合計 ÷ 用地面積の合計（ムー）',
  },
  breakdown_jobs_per_100m: {
    name: '計画投資額1億当たりの計画雇用者数',
    formula: '計画雇用者数の合計 ÷ 計画投資額の合計 × 1億',
  },
  breakdown_fdi_realised: {
    name: '外資実行率',
    formula: '外資実行額の合計 ÷ 契約外資額の合計（同じ通貨）',
  },
  breakdown_count: {
    name: '区分の案件',
    formula: '区分の進行中案件の数',
    counts: oneGroup,
    leaves_out: outside,
  },
  breakdown_exits: {
    name: '離脱した案件',
    formula: '区分の終了した案件の数',
    counts: '取下げ、他地域へ決定、不採択、契約解除、撤退。段階は止まったところ',
    leaves_out: notEnded,
  },
  group_share: {
    name: '構成比',
    formula: '区分 ÷ 合計',
    counts: '同じ単位の中での割合。区分の合計は100%',
    leaves_out: outsideAndUnknown,
  },
  group_known: {
    name: '値のある案件',
    formula: '区分の進行中案件のうち、この値がある案件の数',
    counts: '0も値である',
    leaves_out: outside,
  },
  group_unknown: {
    name: '値のない案件',
    formula: '区分の進行中案件のうち、この値がない案件の数',
    counts: '非開示、未報告、読み取り不可',
    leaves_out: outside,
  },
  size_point: {
    name: '案件の規模',
    formula: '段階の進行中案件のこの値の中央値、10%点または90%点',
    counts: '0を超える値、同じ単位の中で',
    leaves_out: '値のない案件と0以下は別に数える。1件では中央値を、5件未満では分位点を示さない',
  },
  ratio_part: {
    name: '比の分子または分母',
    formula: '両方の値がある案件のその値の合計',
    counts: '分子と分母は同じ案件による',
    leaves_out: outsideAndUnknown,
  },
};

export const concentration: SameLabels<typeof en.concentration> = {
  largest_share: {
    name: '最大の割合',
    formula: '最大のもの ÷ 合計',
    counts: parts,
    leaves_out: omissionNote,
  },
  largest_three: {
    name: '上位3つの割合（CR3）',
    formula: '上位3つの合計 ÷ 合計',
    counts: parts,
    leaves_out: omissionNote,
  },
  effective_number: {
    name: '有効数',
    formula: '1 ÷ 割合の2乗の合計',
    counts: 'この数の等しい部分があるのと同じ集中度',
    leaves_out: omissionNote,
  },
  hhi: {
    name: 'HHI（ハーフィンダール指数）',
    formula: '割合（%）の2乗の合計',
    counts: '10,000 ÷ nから10,000（1つだけのとき）まで',
    leaves_out: omissionNote,
  },
  hhi_normalised: {
    name: '標準化HHI',
    formula: '（割合の2乗の合計 − 1/n）÷（1 − 1/n）',
    counts: '0は均等、1は1つに集中。数が違っても比べられる',
    leaves_out: omissionNote,
  },
  rung_share: {
    name: '後の段階 ÷ 前の段階',
    formula: '両方の値がある案件：後の段階の合計 ÷ 前の段階の合計',
    counts: '同じ案件、同じ通貨',
    leaves_out: '一方の値しかない案件、通貨が異なる案件',
  },
  rung_over: {
    name: '実績が払込を上回る案件',
    formula: '累計投資実績 > 払込済資金の案件の数',
    counts: '両方の値が同じ通貨である案件',
    leaves_out: '一方の値しかない案件、通貨が異なる案件',
  },
};

export const notes: SameLabels<typeof en.notes> = {
  pair_projects: {
    name: '両方の金額がある案件',
    formula: '両方の値がある案件の数。上回る・下回るは、後の段階を前の段階と比べる',
    counts: bothAmounts,
    leaves_out: oneAmount,
  },
  pair_difference: {
    name: '両方の金額の差',
    formula: '前の段階を上回る（または下回る）案件：後の段階との差の合計',
    counts: bothAmounts,
    leaves_out: oneAmount,
  },
  outside_projects: {
    name: '含まれない案件',
    formula: '絞り込みに合い、この状態にある案件の数',
    counts: 'その日の状態による',
    leaves_out: '図に含まれる案件',
  },
  series_by_edition: {
    name: '台帳の日付で計上した件数',
    formula: '実際の日付が不明で、最初に記載された台帳の日付で計上した件数',
    counts: allPeriods,
    leaves_out: outsideRecords,
  },
  series_unknown: {
    name: '金額のない件数',
    formula: 'この金額のない案件の件数',
    counts: allPeriods,
    leaves_out: outsideRecords,
  },
  series_left: {
    name: '線の間で離脱した案件',
    formula: '線に達し、次の線に達しないまま、離脱したか一覧にない案件の数',
    counts: 'これまでに達した最も先の段階による',
    leaves_out: notEnded,
  },
  cohort_outside: {
    name: 'どの登録時期にも入らない案件',
    formula: 'この理由でどの登録時期にも入らない案件の数',
    counts: '理由は案件ごとに1つ',
    leaves_out: 'いずれかの登録時期に入る案件',
  },
};

export const times: SameLabels<typeof en.times> = {
  stage_cases: {
    name: '段階にある・あった案件',
    formula: '開始日が分かり、段階にある、または段階を離れた案件の数',
    counts: stays,
    leaves_out: undatedStays,
  },
  stage_case_days: {
    name: '段階での日数',
    formula: '案件ごとの滞在日数の中央値、10%点または90%点',
    counts: stays,
    leaves_out: '日付が不明なもの。1件では中央値を、5件未満では分位点を示さない',
  },
  stage_limit: {
    name: '段階の期限',
    formula: '段階の要件の月数を日数にしたもの。要件がなければ通常の期限',
    counts: limits,
    leaves_out: '用地案件だけの要件',
  },
  stage_over: {
    name: '期限超過の案件',
    formula: '開始日 + 期限 < その日 である進行中案件の数',
    counts: limits,
    leaves_out: undatedStays,
  },
  stage_undated: {
    name: '日付不明の案件',
    formula: '継続中で開始日が不明なもの + 終了で開始日または終了日が不明なもの',
    counts: '日数には含めず、件数だけを示す',
    leaves_out: '日付が分かるもの',
  },
  project_behind: {
    name: '当初予定からの遅れ',
    formula: '未実施のマイルストーンで最大のもの：現在の予定 − 当初予定日に、過ぎた日数を足す',
    counts: original,
    leaves_out: '実施済みのマイルストーン。当初予定日のない案件',
  },
  projects_behind: {
    name: '当初より遅れた案件',
    formula: '未実施のマイルストーンが当初より遅れた進行中案件の数',
    counts: original,
    leaves_out: '日付のない案件、当初予定日のない案件は別に数える',
  },
  quarter_milestones: {
    name: '四半期のマイルストーン',
    formula: '当初予定日がその四半期にあり、この状態にあるマイルストーンの数',
    counts: '当初予定日がなければ予定日、次に実績日による',
    leaves_out: '日付のないマイルストーン',
  },
  due_dates: {
    name: '期日',
    formula: '今後90日の未実施のマイルストーンと期限、または過ぎた期限の数',
    counts: 'マイルストーンは予定日、なければ当初予定日による',
    leaves_out: '日付のないマイルストーン',
  },
  field_projects: {
    name: '項目の記入状況',
    formula: '項目が該当し、この記入状態にある進行中案件の数',
    counts: '項目はある段階から該当する。担当者別では案件ごとの項目数を足す',
    leaves_out: '該当しない案件',
  },
  field_share: {
    name: '記入率',
    formula: '記入済 ÷ 該当',
    counts: '出典が非開示のものは未記入に数える',
    leaves_out: '該当しない案件',
  },
  update_age: {
    name: '更新からの日数',
    formula: '項目が記入済みで、最後の更新がこの期間にある進行中案件の数',
    counts: '30日以内、31～90日、90日超、更新日なし',
    leaves_out: '項目が未記入の案件',
  },
  oldest_update: {
    name: '最長の未更新日数',
    formula: 'その日 − 記入済み案件で最も古い更新日',
    counts: '暦日',
    leaves_out: '更新日のない案件',
  },
};
