import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const preview: SameLabels<typeof en.preview> = {
  of: (zone) => `${zone}进展情况，只读，无须登录。`,
  open: '请打开完整地址，包括#之后的部分。',
};
