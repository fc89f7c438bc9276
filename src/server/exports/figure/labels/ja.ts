import type { SameLabels } from '#domain/labels/bundle.ts';
import type * as en from './en.ts';

export const figure: SameLabels<typeof en.figure> = {
  revision: (number) => `改訂${number}`,
};
