import type { SameLabels } from '#web/i18n/text.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  copy: '单页副本',
  made: (v) => `只读副本，${v.date}制作`,
  saved: (v) => `已存为 ${v.name}。`,
};
