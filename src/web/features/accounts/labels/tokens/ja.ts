import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  tokens: 'APIトークン',
  tokens_text:
    'APIトークンを使うと、スクリプトがあなたとして、指定した役割の範囲でアクセスできます。利用者、パスワード、ほかのAPIトークンには触れられません。サインアウトやパスワードの変更では無効になりません。',
  name: '名称',
  name_hint:
    '「夜間取込」のように用途を書きます。スクリプトによる変更には、あなたの名前とこの名称が記録されます。',
  name_taken: 'この名称のAPIトークンがすでにあります。別の名称にしてください。',
  role: '役割',
  days: '有効期間',
  day_count: (v) => `${v.n}日間`,
  make: 'APIトークンを作成',
  ready: (v) =>
    `APIトークン「${v.name}」は今回だけ表示されます。そのスクリプトだけが読める場所に保管してください。${v.day}まで有効です。`,
  token: 'APIトークン',
  owner: '所有者',
  role_less: (v) => `実際は${v.role}として動作します（所有者の権限まで）`,
  until: '期限',
  expired: '期限切れ',
  used: '最終使用',
  never: '未使用',
  end: '終了',
  end_title: (v) => `APIトークン「${v.name}」を終了しますか`,
  end_text: 'このAPIトークンを使うスクリプトは直ちに拒否されます。元には戻せません。',
  keep: '残す',
  none: 'APIトークンはまだありません。',
  everybody: 'すべてのAPIトークン',
};
