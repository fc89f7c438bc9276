import { compact } from '#domain/values/compact.ts';
import type { Indicator } from './indicator.ts';
import { sameWords } from '#domain/values/term.ts';

/** Makes an indicator whose name is its id; a yearly flow is reported as year to date. */
export const makeIndicator = (id: string, kind: Indicator['kind'], unit: string): Indicator => ({
  id,
  kind,
  unit,
  name: sameWords(id),
  definition: sameWords(id),
  ...compact({ cumulation: kind === 'annual_flow' ? ('ytd' as const) : undefined }),
});
export const firms = makeIndicator('companies', 'stock', 'companies');
