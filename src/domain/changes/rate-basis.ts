/** `each_day`: what stood on a day at the last rate on or before it. `closing_day`: both days at the second day's rates, so that the rate has no effect. */
export const rateBases = ['each_day', 'closing_day'] as const;
export type RateBasis = (typeof rateBases)[number];
