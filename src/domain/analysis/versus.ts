import type { IsoDate } from '#domain/values/date.ts';

/** Fields whose values are groups. The measure decides which statuses a figure counts. */
export const versusFields = [
  'stage',
  'industry',
  'zone',
  'owner',
  'unit',
  'country',
  'prefecture',
  'investor',
  'column',
] as const;
export type VersusField = (typeof versusFields)[number];

/** The other side of a comparison: the chart on another day, or the projects of another group. */
export type Versus =
  | { readonly kind: 'day'; readonly day: IsoDate }
  | {
      readonly kind: 'group';
      readonly field: VersusField;
      /** Alternatives; empty for all projects. */
      readonly values: readonly string[];
    };
