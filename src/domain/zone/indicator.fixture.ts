import type { Indicator } from './indicator.ts';
import { sameWords } from '#domain/labels/index.ts';

/** An indicator that bears its id as name; an annual flow is given as year to date. */
export const indicatorOf = (id: string, kind: Indicator['kind'], unit: string): Indicator => ({
  id,
  kind,
  unit,
  name: sameWords(id),
  definition: sameWords(id),
  ...(kind === 'annual_flow' ? { cumulation: 'ytd' as const } : {}),
});
export const firms = indicatorOf('companies', 'stock', 'companies');
