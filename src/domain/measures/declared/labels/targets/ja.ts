import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

const notReported = '未報告の月は空欄とし、0とはしない';
const coversTarget = '値の対象期間が目標と異なるときは示さない';
const recomputation = '月末に分かっていた値で計算し直す。後から報告された月はその旨を示す';
const withoutResult = '結果の出ていない予測。結果が8回未満なら評価しない';
const adds = '案件ごとに：計画 − 既にある分。負にはしない';
const unknownProjects = '値や日付のない案件は不明として示し、0とはしない。案件を企業数とはしない';

export const targets: SameLabels<typeof en.targets> = {
  target_value: {
    name: '現在の値',
    formula:
      'その日までで最新の月の値。年間のフローは、期限の年は年初来累計、他の年は直近12か月の合計',
    counts: '指標の定義に沿って報告された値',
    leaves_out: notReported,
  },
  target: {
    name: '目標',
    formula: '原文どおりの値と達成の条件',
    counts: '「超」はその数を含まず、「以上」は含む',
    leaves_out: '以前の目標は履歴に示す',
  },
  target_share: {
    name: '目標達成率',
    formula: '現在の値 ÷ 目標。少ないほどよい指標は逆',
    counts: '基準値は差し引かない',
    leaves_out: coversTarget,
  },
  plan_to_date: {
    name: '計画値',
    formula: '基準値 +（目標 − 基準値）× 予定される進み具合',
    counts: '進み具合は選んだ計画の経路により、値の日付で求める',
    leaves_out: '基準値のない目標には計画値がない',
  },
  plan_progress: {
    name: '計画比',
    formula: '現在の値 ÷ 計画値。少ないほどよい指標は逆',
    counts: '判定はこの値による',
    leaves_out: coversTarget,
  },
  plan_gap: {
    name: '計画との差',
    formula: '現在の値 − 計画値',
    counts: '指標の単位で示す。百分率の差はポイント',
    leaves_out: coversTarget,
  },
  points_ahead: {
    name: '計画との差（ポイント）',
    formula: '目標達成率 − 計画値の目標に対する割合',
    counts: 'ポイントで示し、正の値は計画より速い',
    leaves_out: coversTarget,
  },
  remaining: {
    name: '残り',
    formula: '目標 − 現在の値。整数の「超」の目標は1を足す',
    counts: '達成後は0',
    leaves_out: coversTarget,
  },
  pace_needed: {
    name: '必要ペース（月平均）',
    formula: '残り ÷ 期限日までの月数',
    counts:
      '1か月は30.4375日。年間のフローは、直近12か月の合計の月あたり増分、期限の年は月あたりの量',
    leaves_out: '期限後は示さない',
  },
  pace: {
    name: '実績ペース（直近12か月）',
    formula: '直近12か月の値の、2点間の傾きの中央値。年間のフローの期限の年は、年初来累計 ÷ 月数',
    counts: '4か月分以上、期間6か月以上の値',
    leaves_out: '系列の断絶より前の月',
  },
  pace_ratio: {
    name: '実績ペース ÷ 必要ペース',
    formula: '実績ペース ÷ 必要ペース',
    counts: '100%なら今のペースでちょうど届く',
    leaves_out: '増加がないときは示さない',
  },
  forecast: {
    name: '予測',
    formula:
      '現在の値 + 実績ペース × 残り月数。年間のフローは、年初来累計 ÷ 前年同期が年間に占める割合',
    counts: '幅は10–90%：各月の変動がこれまで通りなら',
    leaves_out: '商談中の案件は含まない。値が少ない、短い、先が遠すぎるときは予測しない',
  },
  verdict: {
    name: '判定',
    formula: '計画比を地区の定めた境界と比べる。期限日以後は最終結果',
    counts:
      '境界は計画比とともに示す。比率と、現時点の計画値が目標値そのものである指標は、計画の100%以上で計画どおりとする',
    leaves_out: '古い値では計画どおり以上と判定しない',
  },
  checklist: {
    name: 'チェックリスト',
    formula: '完了した項目 ÷ 全項目',
    counts: '文章で示された目標の各項目',
    leaves_out: '割合には換算しない',
  },
  reported_value: {
    name: '月の値',
    formula: '報告または公表されたまま',
    counts: '最新の訂正値。以前の値は履歴に残る',
    leaves_out: notReported,
  },
  indicator_change: {
    name: '指標の変化',
    formula: '後の日の値 − 前の日の値',
    counts: 'それぞれの日に知られていた最新の月',
    leaves_out: '系列の断絶をまたぐ比較はしない',
  },
};

export const forecasts: SameLabels<typeof en.forecasts> = {
  outlook_unknown: {
    name: '値のない案件',
    formula: '進行中案件のうち足せる値がない案件の数',
    counts: '不明として示し、0とはしない',
    leaves_out: '保留・終了した案件',
  },
  outlook_effect: {
    name: '仮定の影響',
    formula: 'この仮定を変えた結果 − 基準の結果',
    counts: '1つだけを変え、他はそのまま',
    leaves_out: '値のない案件。シナリオは事実ではない',
  },
  past_forecast: {
    name: '過去の予測',
    formula: 'その月末の最新値 + 対象日までの増分の10%、25%、50%、75%、90%点',
    counts: recomputation,
    leaves_out: '当時まだ分かっていなかった値',
  },
  forecast_inside: {
    name: '範囲内の結果',
    formula: '10%点 ≤ 結果 ≤ 90%点 である予測の回数',
    counts: recomputation,
    leaves_out: withoutResult,
  },
  forecast_brier: {
    name: 'ブライアスコア',
    formula: '（予測した可能性 − 届いたかどうか）の2乗の平均。0が最良',
    counts: '直線計画に届いたかどうか。一定の可能性と比べる',
    leaves_out: withoutResult,
  },
  forecast_error: {
    name: '結果と予測の差の中央値',
    formula: '結果 − 中央値 の中央値',
    counts: recomputation,
    leaves_out: withoutResult,
  },
  plan_at: {
    name: 'その日の計画値',
    formula: '基準値 +（目標 − 基準値）× その日までに予定される進み具合',
    counts: '進み具合は選んだ計画の経路による',
    leaves_out: '基準値のない目標には計画値がない',
  },
  baseline: {
    name: '基準値',
    formula: '計画の始点の値：入力した値、または基準日に最も近い月の値',
    counts: '日付と由来を示す',
    leaves_out: '基準値のない目標',
  },
  size_projects: {
    name: '規模別の案件',
    formula: '段階の進行中案件のうち、この値がこの範囲にある案件の数',
    counts: '同じ単位の値を分ける。0以下、他の単位、値なしは別に示す',
    leaves_out: '保留・終了した案件',
  },
  converted_amount: {
    name: '換算額',
    formula: '元の金額 × 為替レート',
    counts: 'その日に有効な為替レート。日付と出典を示す',
    leaves_out: 'レートのない通貨は換算しない。換算額は合計に入れない',
  },
};

export const outlook: SameLabels<typeof en.outlook> = {
  outlook_adds: {
    name: '台帳の案件が加える分',
    formula: '各段階の進行中の案件が加える分の合計',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_signed: {
    name: '契約済を含む',
    formula: '現在の値 + 立地済み案件が加える分 + 契約済案件',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_ceiling: {
    name: '上限',
    formula: '現在の値 + 進行中の全案件が加える分',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_missing: {
    name: 'それでも不足',
    formula: '目標 − 上限。0を下回らない',
    counts: '確率は使わない',
    leaves_out: unknownProjects,
  },
  outlook_by_date: {
    name: 'フル稼働の日付別',
    formula: '期限日まで、その後、日付なしの3つの合計 = 台帳の案件が加える分',
    counts: adds,
    leaves_out: unknownProjects,
  },
  outlook_in_time: {
    name: '各案件の日付どおりに期限まで',
    formula:
      '日付のある案件ごとに：まだ加える分 × 操業開始から期限までの月数 ÷ 操業開始からフル稼働までの月数（上限1）。年間の額は12か月の平均',
    counts: '値とフル稼働の日付のある案件。当日より前の開始は当日から数える',
    leaves_out: unknownProjects,
  },
  outlook_fewest: {
    name: '必要な最少の案件',
    formula: '大きい順に足し、残りを満たすまで',
    counts: '同じ値なら操業開始の早い順',
    leaves_out: unknownProjects,
  },
  outlook_chance: {
    name: '可能性',
    formula: '台帳の案件が期限日までに不足分以上をもたらす結果の割合',
    counts: '段階ごとの月間の前進率と離脱率。自地区の実績が少なければ、明示した既定値を使う',
    leaves_out: '値のない案件。そのため「少なくとも」となる',
  },
  outlook_likely: {
    name: '案件がもたらす分の予測',
    formula: '同じ分布の10%、50%、90%点',
    counts: adds,
    leaves_out: unknownProjects,
  },
};
