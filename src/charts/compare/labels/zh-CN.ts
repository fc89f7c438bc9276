import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const zh: SameLabels<typeof en> = {
  title: (name, first, second) => `${name}：${first}与${second}`,
  oneScale: '两侧同一刻度',
  difference: '相差',
  differenceIs: (first, second) => `相差：${first}减${second}`,
  sideNote: (side, note) => `${side}：${note}`,
  side: '对比对象',
  all: '全部项目',
  or: '／',
};
