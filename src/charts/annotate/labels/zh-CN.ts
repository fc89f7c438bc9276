import type { SameWords } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameWords<typeof en> = {
  note: (n, at, text) => `${n}. ${at}：${text}`,
};
