import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  fill_in: 'この項目を入力してください。',
  at_most: (v) => `これ以上入力できません。${v.n}字までです。`,
  close: '閉じる',
  retry: '再試行',
  back_to_overview: '概要へ',
  loading: '読み込み中',
  reference: (v) => `照会番号 ${v.reference}`,
  check_field: 'この項目を確認してください。',
  check_form: '入力内容を確認してください。',
  part_failed: 'この部分を表示できませんでした。',
  problem_not_loaded: 'まだ読み込まれていません。復旧後に自動で表示します。',
  problem_offline:
    '接続できません。ネットワークを確認して、もう一度お試しください。入力内容は失われません。',
  problem_timeout: 'Headwayの応答に時間がかかりすぎました。',
  problem_malformed:
    'Headwayの応答ではありません。間のプロキシか古い版の可能性があります。再読み込みしてください。',
  problem_bad_request: 'Headwayは要求を理解できませんでした。',
  problem_not_found: 'このアドレスには何もありません。',
  problem_too_large: 'Headwayが受け付ける大きさを超えています。',
  problem_unsupported_media_type: 'この種類のファイルやデータは読めません。',
  problem_forbidden_origin: 'このページからこのHeadwayへは接続できません。',
  problem_host_not_allowed:
    'このアドレスではHeadwayは応答しません。HEADWAY_HOSTSに登録してください。',
  sign_in: 'サインイン（新しいタブで開きます）',
  problem_sign_in_required:
    'サインアウトされています。新しいタブでサインインして戻ってください。入力した内容はここに残ります。アカウントがまだない場合は、起動時にHeadwayの画面に表示されたリンクを開いてください。',
  problem_forbidden: 'あなたの役割ではこの操作はできません。システム管理者にご相談ください。',
  problem_conflict: 'その間に別の人が変更しました。最新の状態を見て、もう一度行ってください。',
  problem_import_unreadable: 'このファイルは読めませんでした。',
  problem_import_refused: 'このファイルは受け付けられませんでした。何も変更していません。',
  problem_import_questions_open: 'ファイルについて未回答の質問があります。',
  problem_import_register_changed:
    'プレビュー後にデータが変わりました。もう一度プレビューしてください。',
  problem_import_expired: 'このプレビューは保存期間を過ぎました。ファイルを選び直してください。',
  problem_import_stopped: '取り込みを中止しました。何も変わっていません。',
  problem_import_ended:
    '取り込みがシステムによって終了されました。ファイルは全体が保存されたか、まったく保存されていません。最近の取り込みを確認してから、もう一度お試しください。',
  problem_export_failed: 'ファイルを作れませんでした。',
  problem_month_closed: 'この月は確定済みです。値を変更する理由を入力してください。',
  problem_jump_needs_confirmation: 'この値は他の値の約10倍です。確認するか、訂正してください。',
  problem_store_unavailable:
    'データの保存先が応答しません。失われたものはありません。少し後に再試行してください。',
  problem_store_full:
    'データの保存先のディスクがいっぱいです。データは変わっておらず、閲覧はできます。運用担当者に空き容量の確保を依頼し、もう一度お試しください。',
  problem_store_corrupt:
    'データの保存先が壊れています。データは変わっていません。運用担当者に連絡し、バックアップを復元してください。',
  problem_store_busy:
    'データの保存先が混み合い、読み取りに時間がかかりすぎています。失われたものはありません。範囲を絞るか、1分後に再試行してください。',
  problem_store_readonly:
    'データの保存先に書き込めません。データは変わっていません。運用担当者に連絡してください。',
  problem_rate_limited: '要求が多すぎます。少しお待ちください。',
  problem_internal: 'Headwayで問題が起きました。何も変更していません。',
};
