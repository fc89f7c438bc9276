import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  title: 'ページの写し',
  what: (v) =>
    `${v.date}時点の概要を一つのファイルにまとめます。中国語・日本語・英語を含み、どの端末でもメールから開けます。通信もスクリプトも不要です。`,
  holds: '合計だけを載せます。案件名も、投資家が3社未満の金額も含みません。',
  save: '写しを保存',
  making: '写しを作成中',
  saved: (v) => `${v.name} として保存しました。`,
  no_pictures: 'グラフを描けなかったため、数値だけの写しです。',
  progress_of: (v) => `${v.date}時点の進捗`,
  made: (v) => `閲覧専用の写し、${v.date}作成`,
  illustrative: '「例示」とある数値は説明用の架空の値です。引用しないでください。',
  established: '立地済み案件',
  investment: '立地済み案件の計画投資額',
  pipeline: '商談・準備中案件',
  source: (v) => `${v.source}、${v.date}`,
  targets: '目標',
  target: '目標',
  now: '現在',
  plan: '計画値',
  verdict: '判定',
  by: (v) => `期限日 ${v.date}`,
  checklist: (v) => `${v.total}項目中${v.done}項目完了、${v.date}`,
  no_checklist: 'チェックリストは未報告',
  stages: '段階別の案件',
  stage: '段階',
  count: '件数',
  amount: '計画投資額',
  held_back_note:
    '投資家が3社未満の金額、1社の額を15%以内の誤差で推定できる合計、そこから逆算できる金額は表示しません。',
  undisclosed: (v) => `金額のない案件 ${v.n.toLocaleString('ja')}件`,
  excluded: (v) => `保留・終了 ${v.n.toLocaleString('ja')}件は含みません`,
  since: (v) => `${v.date}以降`,
  since_text: (v) =>
    `段階・状態の変更 ${v.n.toLocaleString('ja')}件。立地済み：${v.before.toLocaleString('ja')} → ${v.now.toLocaleString('ja')}。商談・準備中：${v.pipelineBefore.toLocaleString('ja')} → ${v.pipelineNow.toLocaleString('ja')}。`,
  method: '読み方',
  method_text:
    '計画値：基準値 +（目標 − 基準値）× 差に対する計画の割合。判定：現在値 ÷ 計画値。投資額は生産額ではなく、案件は企業ではないため、比較しません。異なる通貨は合算しません。',
  language: '言語',
};
