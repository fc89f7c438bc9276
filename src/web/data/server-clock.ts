import { toDay } from '#domain/values/date.ts';
const dayMs = 86_400_000;
/** How far the server's clock is ahead of this computer's, in ms. */
let aheadMs = 0;

/**
 * Sets the clock from the `Date` header of a response. Responses of the demo have none: its clock
 * is this computer's.
 */
export function noteServerTime(date: string | null): void {
  const serverTime = date === null ? Number.NaN : Date.parse(date);
  if (!Number.isNaN(serverTime)) aheadMs = serverTime - Date.now();
}
/** Sets the clock, to the day, from the day on which the server drew this page. */
export function noteServerDay(day: string): void {
  aheadMs = Date.parse(day) - Math.floor(Date.now() / dayMs) * dayMs;
}
/** Today in UTC, as the server counts days. */
export const serverDay = (): string => toDay(new Date(Date.now() + aheadMs));
