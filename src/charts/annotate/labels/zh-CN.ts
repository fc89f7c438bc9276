import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  note: (n, at, text) => `${n}. ${at}：${text}`,
};
