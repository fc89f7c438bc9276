import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const explained: SameLabels<typeof en.explained> = {
  size_class: '範囲',
  with_value: '値のある案件',
  not_positive: '0以下',
  milestone: 'マイルストーン',
};
