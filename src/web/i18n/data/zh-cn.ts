import type { SameWords } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  stale: (v) => `Headway暂无新的应答，显示的是${v.time}载入的数据。`,
  stale_before: 'Headway暂无新的应答，显示的是先前载入的数据。',
  again: '立即重试',
};
