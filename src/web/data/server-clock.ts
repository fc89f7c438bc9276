import { toDay } from '#domain/values/date.ts';
const dayMs = 86_400_000;
/** How far the server's clock is ahead of this computer's, which may be wrong by any time. */
let aheadMs = 0;

/**
 * Learns the server's clock from the `Date` of its answer. The demo's answers have none: its clock
 * is this computer's.
 */
export function noteServerTime(date: string | null): void {
  const serverTime = date === null ? Number.NaN : Date.parse(date);
  if (!Number.isNaN(serverTime)) aheadMs = serverTime - Date.now();
}
/** Learns it from the day at which the server drew this page, to the day. */
export function noteServerDay(day: string): void {
  aheadMs = Date.parse(day) - Math.floor(Date.now() / dayMs) * dayMs;
}
/** Today in UTC, as the server counts days. */
export const serverDay = (): string => toDay(new Date(Date.now() + aheadMs));
