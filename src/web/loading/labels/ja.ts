import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  stale: (v) => `接続が切れました。${v.time}のデータを表示しています。復旧後に自動で更新します。`,
  stale_before:
    '接続が切れました。以前に読み込んだデータを表示しています。復旧後に自動で更新します。',
  again: '今すぐ再試行',
};
