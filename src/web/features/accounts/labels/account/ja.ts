import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  product: 'Headway',
  language: '言語',
  viewer: '閲覧者',
  analyst: '分析担当',
  manager: '地区管理者',
  admin: 'システム管理者',
  viewer_may: '数値を閲覧し、図を画像で保存できます',
  analyst_may: 'すべてを閲覧し、データを出力し、自分のリンクを共有できます',
  manager_may: '月次入力、取込、案件と目標の編集、監査ログの閲覧ができます',
  admin_may: '以上のすべてに加え、利用者を招待できます',
  sign_in: 'サインイン',
  login: 'メールアドレスまたはサインイン名',
  password: 'パスワード',
  show_password: 'パスワードを表示',
  wrong: 'サインイン名とパスワードが一致しません。',
  too_often: '試行回数が多すぎます。15分待つか、以前サインインしたブラウザーをお使いください。',
  no_account:
    'アカウントがない、またはパスワードを忘れた場合は、このHeadwayのシステム管理者にリンクを依頼してください。',
  join: 'アカウントの作成',
  join_zone: (v) => `地区：${v.zone}`,
  join_text: (v) => `${v.login} として招待されています。役割：${v.role}`,
  reset: '新しいパスワード',
  reset_text: (v) =>
    `${v.name}（サインイン名 ${v.login}）のパスワードです。ほかの場所ではすべてサインアウトされます。`,
  join_over: 'この招待は使用済みか、期限切れです',
  join_over_text:
    '送信したシステム管理者に新しい招待を依頼してください。アカウントがある場合はサインインしてください。',
  name: 'お名前',
  name_hint: 'あなたの変更にこの名前が記録されます。',
  name_taken: 'この名前は使われています。区別できる名前にしてください。',
  new_password: '新しいパスワード',
  new_password_hint: (v) =>
    `${v.least}文字から。互いに関係のない単語を4、5個並べるのがよい方法です。`,
  too_short: (v) => `${v.least}文字に足りません。`,
  too_long: '長すぎます。',
  common:
    '推測されやすいパスワードです。よく使う語、お名前、年、キーの並びはほとんど役に立ちません。',
  listed:
    '流出したパスワードの一覧に載っているため、真っ先に試されます。ほかの人が使わないものにしてください。',
  wrong_current: '現在のパスワードが違います。',
  create: 'アカウントを作成',
  set_password: 'パスワードを設定',
  set_up: '利用者を追加',
  set_up_text:
    '今はこのコンピューターを使う人が地区管理者です。最初のアカウントを作ると、このコンピューターでも全員がサインインします。最初のアカウントはシステム管理者で、ほかの人を招待できます。',
  set_up_key_text:
    '一度だけ使えるリンクで入っています。最初のアカウントを作成してください。システム管理者となり、ほかの人を招待できます。以後このリンクは使えません。',
  no_accounts: 'ここにはアカウントがありません。このコンピューターを使う人が地区管理者です。',
  your_name: '名前',
  role_is: (v) => `${v.role}：${v.may}。`,
  save: '保存',
  saved: '保存しました。',
  change_password: 'パスワードの変更',
  current_password: '現在のパスワード',
  password_changed: (v) =>
    v.ended === 0
      ? 'パスワードを変更しました。'
      : `パスワードを変更し、ほかの${v.ended.toLocaleString('ja')}件のセッションを終了しました。`,
  sessions: 'サインイン中の場所',
  device: 'ブラウザー',
  device_unknown: '不明',
  since: '開始',
  last_used: '最終使用',
  this_one: '現在',
  end: 'サインアウトさせる',
  end_others: 'ほかの場所をすべてサインアウト',
  sign_out: 'サインアウト',
  no_access: (v) => `このページには${v.role}の役割が必要です。`,
  no_access_text: '必要な場合は、このHeadwayのシステム管理者にご相談ください。',
};
