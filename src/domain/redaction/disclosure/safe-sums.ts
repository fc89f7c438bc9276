import { Estimates } from './estimates.ts';
import { listSmallSets, listRevealingSets } from './few-investors.ts';
import { isHiddenInSum, mergeSmallHoldings } from './holdings.ts';
import {
  type Atom,
  listCells,
  listShownCells,
  holdingsIn,
  listKnownCells,
  type Showing,
} from './known-cells.ts';

interface SafeSumsInput {
  readonly atoms: readonly Atom[];
  /** Known already, whatever is shown: published figures. */
  readonly facts: readonly Showing[];
  /** Shown to the same reader on another page; may be known there, and must not give away more together with this one. */
  readonly elsewhere?: readonly Showing[];
  /** The most important first. */
  readonly showables: readonly Showing[];
  /** Investors who must stand behind whatever is known. */
  readonly fewest: number;
}

/**
 * Which of the amounts can be shown, so that from all of them and the facts together no reader finds more than the facts tell:
 * nothing about fewer than `fewest` investors (complementary suppression: what can be worked out by adding and subtracting is
 * the row space of the shown sums over the atoms), and no estimate of a contributor within 15 %, by another or by nobody (the p %
 * rule, for every combination of what is shown). Each amount in turn is shown if both hold afterwards.
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
  // by itself, and together with what is shown elsewhere
  const bases = elsewhere.length === 0 ? [facts] : [facts, [...facts, ...elsewhere]];
  const shown: Showing[] = [];
  return showables.map((item) => {
    const safe = bases.every((base) =>
      staysSafe(atoms, { base, shown: [...base, ...shown], item, fewest }),
    );
    if (safe) shown.push(item);
    return safe;
  });
}

interface StepInput {
  readonly base: readonly Showing[];
  readonly shown: readonly Showing[];
  readonly item: Showing;
  readonly fewest: number;
}
/** Whether one more amount tells nothing that must be hidden. */
function staysSafe(atoms: readonly Atom[], { base, shown, item, fewest }: StepInput): boolean {
  if (fewest <= 1) return true;
  const cells = listCells(atoms, shown, [item]);
  if (item.kind === 'sum') {
    if (listKnownCells(atoms, cells, shown).has(item)) return true;
    if (
      hasHidden(atoms, item, shown) &&
      !isHiddenInSum(holdingsIn(atoms, item, listShownCells(shown)), fewest)
    )
      return false;
  }
  const [now, before] = [
    listKnownCells(atoms, cells, [...shown, item]),
    listKnownCells(atoms, cells, base),
  ];
  const sets = listSmallSets(cells, fewest);
  if (sets === undefined || listRevealingSets(cells, sets, now, before).length > 0) return false;
  return fewest < 3 || !new Estimates(cells, now, before).tooGood();
}
function hasHidden(
  atoms: readonly Atom[],
  item: Showing & { kind: 'sum' },
  shown: readonly Showing[],
): boolean {
  const each = listShownCells(shown);
  return [...item.of, ...(item.less ?? [])].some(
    (at) => atoms[at]?.hidden === true && !each.has(at),
  );
}
