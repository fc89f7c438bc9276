import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  title: (name, first, second) => `${name}：${first}と${second}`,
  oneScale: '両側とも同じ目盛',
  difference: '差',
  differenceIs: (first, second) => `差：${first}から${second}を引いた値`,
  sideNote: (side, note) => `${side}：${note}`,
  side: '比較対象',
  all: '全案件',
  or: '／',
};
