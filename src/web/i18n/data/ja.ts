import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const ja: SameWords<typeof en> = {
  stale: (v) => `Headwayから新しい応答がありません。${v.time}に読み込んだデータを表示しています。`,
  stale_before: 'Headwayから新しい応答がありません。以前に読み込んだデータを表示しています。',
  again: '今すぐ再試行',
};
