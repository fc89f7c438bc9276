import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  title: 'その後さらに変更されています',
  text: '次の値はこの変更で設定され、その後さらに変更されました：',
  field: '項目',
  before: '変更前',
  after: 'この変更による値',
  now: '現在',
  none: 'なし',
  more: (v) => `ほか ${v.n.toLocaleString('ja')} 件`,
  rest: 'これらの新しい値を残したまま、残りだけを元に戻せます。',
  no_rest: 'この変更で他に戻せるものはありません。先に後の変更を元に戻してください。',
  keep_later: '新しい値を残して残りを元に戻す',
  cancel: '何も変えない',
  zone: '地区',
  what_observation: '値',
  what_note: 'メモ',
  what_setting: '設定',
  what_period: '確定月',
  what_rate: '為替レート',
  what_evidence: '証拠書類',
  what_issue: '課題',
  what_recipe: '取込設定',
};
