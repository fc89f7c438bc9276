import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const explained: SameLabels<typeof en.explained> = {
  size_class: '区间',
  with_value: '填有数值的项目',
  not_positive: '0及以下',
  milestone: '里程碑',
};
