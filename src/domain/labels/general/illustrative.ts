import { words } from '#domain/values/term.ts';

/** The full label of invented values, on every page, print and file that has any. */
export const illustrativeLabel = words(
  '示例数据（虚构）',
  '架空データ',
  'Illustrative data (fictional)',
);
