import { Estimates } from './estimates.ts';
import { listSmallSets, listRevealingSets } from './few-investors.ts';
import { isHiddenInSum, mergeSmallHoldings } from './holdings.ts';
import {
  type Atom,
  listCells,
  listVisibleCells,
  holdingsIn,
  listKnownCells,
  type Showing,
} from './known-cells.ts';

interface SafeSumsInput {
  readonly atoms: readonly Atom[];
  /** Known in any case: published figures. */
  readonly facts: readonly Showing[];
  /** Shown to the same reader on another page; must not disclose more together with these sums. */
  readonly elsewhere?: readonly Showing[];
  /** The most important first. */
  readonly showables: readonly Showing[];
  /** The fewest investors behind anything that is known. */
  readonly fewest: number;
}

/**
 * Finds the amounts that together with the facts disclose no more than the facts. They allow no
 * conclusion about fewer than `fewest` investors (complementary suppression: sums and differences
 * span the row space of the shown sums over the atoms). They allow no estimate of an investor
 * within 15 % by another investor or an outsider (p % rule over all combinations). It accepts each
 * amount in turn if both rules still hold.
 */
export function safeSums({
  atoms: all,
  facts,
  elsewhere = [],
  showables,
  fewest,
}: SafeSumsInput): boolean[] {
  const few = mergeSmallHoldings(
    all.map(({ holdings }) => holdings),
    fewest,
  );
  const atoms = all.map((atom, i) => ({ ...atom, holdings: few[i] ?? atom.holdings }));
  // alone, and together with other pages
  const bases = elsewhere.length === 0 ? [facts] : [facts, [...facts, ...elsewhere]];
  const showings: Showing[] = [];
  return showables.map((item) => {
    const safe = bases.every((base) =>
      staysSafe(atoms, { base, showings: [...base, ...showings], item, fewest }),
    );
    if (safe) showings.push(item);
    return safe;
  });
}

interface StepInput {
  readonly base: readonly Showing[];
  readonly showings: readonly Showing[];
  readonly item: Showing;
  readonly fewest: number;
}
/** Whether one more amount discloses nothing hidden. */
function staysSafe(atoms: readonly Atom[], { base, showings, item, fewest }: StepInput): boolean {
  if (fewest <= 1) return true;
  const cells = listCells(atoms, showings, [item]);
  if (item.kind === 'sum') {
    if (listKnownCells(atoms, cells, showings).has(item)) return true;
    if (
      hasHidden(atoms, item, showings) &&
      !isHiddenInSum(holdingsIn(atoms, item, listVisibleCells(showings)), fewest)
    )
      return false;
  }
  const [now, before] = [
    listKnownCells(atoms, cells, [...showings, item]),
    listKnownCells(atoms, cells, base),
  ];
  const sets = listSmallSets(cells, fewest);
  if (sets === undefined || listRevealingSets(cells, sets, now, before).length > 0) return false;
  return fewest < 3 || !new Estimates(cells, now, before).tooGood();
}
function hasHidden(
  atoms: readonly Atom[],
  item: Showing & { kind: 'sum' },
  items: readonly Showing[],
): boolean {
  const each = listVisibleCells(items);
  return [...item.of, ...(item.less ?? [])].some(
    (at) => atoms[at]?.hidden === true && !each.has(at),
  );
}
