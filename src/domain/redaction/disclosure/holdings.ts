/**
 * Holdings by investor in minor units of one currency; a project without an investor counts as its
 * own.
 */
export type Holdings = ReadonlyMap<string, bigint>;

/**
 * The p % rule with p = 15: an investor can be estimated too precisely if all investors except the
 * two largest have less than 3/20 of the largest.
 */
const [part, whole] = [3n, 20n];

/**
 * Computes the missing holdings of others to hide a contribution, in twentieths of a minor unit.
 *
 * @param own - the contribution to hide
 * @param others - the holdings of all but this investor and the estimator
 * @returns a number above 0 if the contribution is not hidden
 */
export const lackingTwentieths = (own: bigint, others: bigint): bigint =>
  part * own - whole * others;

/** Adds the holdings of each investor. */
export function addHoldings(lists: Iterable<Holdings>): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const list of lists)
    for (const [holder, minor] of list) sums.set(holder, (sums.get(holder) ?? 0n) + minor);
  return sums;
}

/** The key of merged small investors, see `mergeSmallHoldings`. */
const together = '';
const findSize = (minor: bigint): bigint => (minor < 0n ? -minor : minor);

/** All investors by absolute holdings, largest first, without merged ones. */
export const byAmount = (holdings: Holdings): (readonly [string, bigint])[] =>
  [...holdings]
    .flatMap(([holder, minor]) =>
      minor === 0n || holder === together ? [] : [[holder, findSize(minor)] as const],
    )
    .sort(([, a], [, b]) => (a > b ? -1 : a < b ? 1 : 0));

/**
 * Whether a sum may be shown alone: it has enough investors, and by the p % rule none of them can
 * estimate another within 15 %.
 *
 * @param fewest - investors required; below three only the number of investors counts
 */
export function isHiddenInSum(holdings: Holdings, fewest: number): boolean {
  const list = byAmount(holdings);
  if (list.length < fewest) return false;
  if (fewest < 3) return true;
  const [[, first] = ['', 0n], , ...rest] = list;
  const small = findSize(holdings.get(together) ?? 0n);
  return (
    lackingTwentieths(
      first,
      rest.reduce((sum, [, minor]) => sum + minor, small),
    ) <= 0n
  );
}

/**
 * With at least this many larger investors, no investor can be estimated, and a smaller investor
 * learns less than the larger ones.
 */
const larger = 5;

/**
 * Merges small investors in each list: those who are in no other list and hold at most as much as
 * five others of their list. Every sum counts a list as a whole, so their holdings cannot be
 * estimated within 15 %, and they know no more than the fifth. This keeps the names of a large
 * register few.
 *
 * @param fewest - names that must remain for the minimum
 */
export function mergeSmallHoldings(lists: readonly Holdings[], fewest: number): Holdings[] {
  const listCounts = new Map<string, number>();
  for (const list of lists)
    for (const holder of list.keys()) listCounts.set(holder, (listCounts.get(holder) ?? 0) + 1);
  const most = Math.max(larger, fewest);
  return lists.map((list) => {
    if (list.size <= most) return list;
    const alone = byAmount(new Map([...list].filter(([holder]) => listCounts.get(holder) === 1)));
    const small = new Set(alone.slice(most).map(([holder]) => holder));
    if (small.size === 0) return list;
    const holdings = new Map([...list].filter(([holder]) => !small.has(holder)));
    return holdings.set(
      together,
      [...small].reduce((sum, holder) => sum + (list.get(holder) ?? 0n), 0n),
    );
  });
}

/** The investor of a project in a normalised spelling, or the project itself. */
export const investorKey = (investor: string | null | undefined, code: string): string => {
  const name = (investor ?? '').normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return name === '' ? `code ${code}` : `investor ${name}`;
};
