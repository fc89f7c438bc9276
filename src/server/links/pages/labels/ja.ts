import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const preview: SameLabels<typeof en.preview> = {
  of: (zone) => `${zone}の進捗状況（閲覧専用、サインイン不要）。`,
  open: '#以降を含むアドレス全体を開いてください。',
};
