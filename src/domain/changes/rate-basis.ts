/**
 * `each_day`: each day at the last rate on or before it. `closing_day`: both days at the rates of
 * the second, so that rates have no effect.
 */
export const rateBases = ['each_day', 'closing_day'] as const;
export type RateBasis = (typeof rateBases)[number];
