/** What each contributor has in something, in minor units of one currency: an investor, or a project without one by itself. */
export type Holdings = ReadonlyMap<string, bigint>;

/** A contributor can be estimated too well where all but the two largest have less than 3/20 of what the largest has: the p % rule, p = 15. */
const [part, whole] = [3n, 20n];

/**
 * What the others must have for a contribution to be hidden, less what they have; in twentieths of a minor unit.
 *
 * @param own - the contribution that must be hidden
 * @param others - what all contributors have but the one and the one who estimates
 * @returns above 0 where it is not hidden
 */
export const lackingTwentieths = (own: bigint, others: bigint): bigint =>
  part * own - whole * others;

/** Holdings of one contributor after the other, added. */
export function addHoldings(lists: Iterable<Holdings>): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const list of lists)
    for (const [holder, minor] of list) sums.set(holder, (sums.get(holder) ?? 0n) + minor);
  return sums;
}

/** The name under which small contributors stand together, see `withoutSmall`. */
const together = '';
const sizeOf = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

/** All that have something, the largest first; what is less than nothing counts by its size. Those who stand together are not among them. */
export const byAmount = (holdings: Holdings): (readonly [string, bigint])[] =>
  [...holdings]
    .flatMap(([holder, minor]) =>
      minor === 0n || holder === together ? [] : [[holder, sizeOf(minor)] as const],
    )
    .sort(([, a], [, b]) => (a > b ? -1 : a < b ? 1 : 0));

/**
 * Whether a sum of these may be shown by itself: it has as many contributors as it must, and by the p % rule none of them can
 * estimate another within 15 %.
 *
 * @param fewest - contributors that it must have; below three nobody is hidden from the others, and only their number counts
 */
export function isHiddenInSum(holdings: Holdings, fewest: number): boolean {
  const list = byAmount(holdings);
  if (list.length < fewest) return false;
  if (fewest < 3) return true;
  const [[, first] = ['', 0n], , ...rest] = list;
  const small = sizeOf(holdings.get(together) ?? 0n);
  return (
    lackingTwentieths(
      first,
      rest.reduce((sum, [, minor]) => sum + minor, small),
    ) <= 0n
  );
}

/** Beside so many larger ones nobody can be estimated, and who knows less than they do learns less than they. */
const larger = 5;

/**
 * The same lists, in each the small contributors together: those who are in no other list, and have as little as or less than five
 * others of theirs. Every sum counts a list as a whole, so that neither what they have can be estimated within 15 %, nor do they
 * know more than the fifth. So few names remain of a large register.
 *
 * @param fewest - names that must remain for the floor
 */
export function mergeSmallHoldings(lists: readonly Holdings[], fewest: number): Holdings[] {
  const seen = new Map<string, number>();
  for (const list of lists)
    for (const holder of list.keys()) seen.set(holder, (seen.get(holder) ?? 0) + 1);
  const most = Math.max(larger, fewest);
  return lists.map((list) => {
    if (list.size <= most) return list;
    const alone = byAmount(new Map([...list].filter(([holder]) => seen.get(holder) === 1)));
    const small = new Set(alone.slice(most).map(([holder]) => holder));
    if (small.size === 0) return list;
    const kept = new Map([...list].filter(([holder]) => !small.has(holder)));
    return kept.set(
      together,
      [...small].reduce((sum, holder) => sum + (list.get(holder) ?? 0n), 0n),
    );
  });
}

/** The contributor that a project counts for: its investor, however written, or itself. */
export const investorKey = (investor: string | null | undefined, code: string): string => {
  const name = (investor ?? '').normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return name === '' ? `code ${code}` : `investor ${name}`;
};
