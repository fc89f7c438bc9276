import type { IsoDate } from '#domain/values/date.ts';

/** The same day of the year before; 28 February for 29 February. */
export const yearBefore = (day: IsoDate): IsoDate =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`.replace(/-02-29$/, '-02-28');
