import type { SameLabels } from '#web/i18n/text.ts';
import type * as en from './en.ts';

export const schedule: SameLabels<typeof en.schedule> = {
  schedule: '確定した月のファイル',
  schedule_hint:
    '月の確定から数分以内に、サーバーの運用担当者が指定したフォルダーへ書き出します。月を確定し直すと、新しいファイルに置き換えます。選択がなければ書き出しません。',
  schedule_notes: '内部メモを含める',
  schedule_notes_hint:
    '閲覧者には見えない課題・決定事項と、選んだ内部用の章を含みます。フォルダーを開ける人には見えます。',
  no_folder:
    'このサーバーには報告書のフォルダーがありません。運用担当者がHEADWAY_REPORTSで指定できます。',
  files_written: (v) => `${v.month}：${v.at}に${v.count}件のファイルを書き出し済み`,
  files_writing: (v) => `${v.month}：書き出し中`,
  files_failed: (v) => `${v.month}：書き出せませんでした。${v.why}次の試行：${v.next}`,
  folder_missing: 'フォルダーがありません。',
  folder_no_right: 'サーバーにフォルダーへの書き込み権限がありません。',
  folder_full: 'フォルダーの空きがありません。',
  folder_failed: 'フォルダーに書き込めません。',
  folder_no_report: '報告書を作成できませんでした。',
};
