import type { IsoDate } from '#domain/values/date.ts';
import type { Partner } from './zone.ts';

type PartnerDays = Pick<Partner, 'date' | 'ended'>;

/** Counts the partners with an agreement in force at the end of a day. */
const countPartners = (partners: readonly PartnerDays[], day: IsoDate): number =>
  partners.filter(({ date, ended }) => date <= day && (ended === undefined || ended > day)).length;

/** Lists how many partners there were, by each day on which the number changed. */
export function partnerCounts(
  partners: readonly PartnerDays[],
): readonly { readonly date: IsoDate; readonly count: number }[] {
  const days = partners.flatMap(({ date, ended }) =>
    ended === undefined ? [date] : [date, ended],
  );
  const counts = [...new Set(days)]
    .toSorted()
    .map((date) => ({ date, count: countPartners(partners, date) }));
  return counts.filter(({ count }, at) => count !== (counts[at - 1]?.count ?? 0));
}
