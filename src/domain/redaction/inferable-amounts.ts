import { Estimates } from '#domain/redaction/disclosure/estimates.ts';
import { listSmallSets, listRevealingSets } from '#domain/redaction/disclosure/few-investors.ts';
import { type Holdings, mergeSmallHoldings } from '#domain/redaction/disclosure/holdings.ts';
import {
  type Atom,
  listCells,
  listKnownCells,
  type Showing,
} from '#domain/redaction/disclosure/known-cells.ts';
import type { ProjectOnDay, VisibleSum } from './project-on-day.ts';
import { type LinkContent, visibleSums } from './visible-sums.ts';

/** Links disclose nothing about fewer investors than these, see the presets. */
const fewest = 3;

/** An amount of one project; the same amount on two days is one unknown. */
const amountName = ({ code, currency, minor }: ProjectOnDay): string =>
  `${code} ${currency} ${minor}`;

function heldIn(list: readonly { readonly one: ProjectOnDay }[]): Holdings {
  const sums = new Map<string, bigint>();
  for (const { one } of list) sums.set(one.holder, (sums.get(one.holder) ?? 0n) + one.minor);
  return sums;
}

/**
 * The amounts of all links with the coefficients of each sum; amounts that all sums count alike are
 * one atom.
 */
function makeAtoms(sums: readonly VisibleSum[], projects: readonly ProjectOnDay[]) {
  const amounts = new Map(
    projects.map((one) => [amountName(one), { one, times: sums.map(() => 0) }]),
  );
  for (const [at, { of, less }] of sums.entries())
    for (const [list, sign] of [[of, 1] as const, [less, -1] as const])
      for (const one of list) {
        const amount = amounts.get(amountName(one));
        if (amount !== undefined) amount.times[at] = (amount.times[at] ?? 0) + sign;
      }
  const each = sums.flatMap(({ kind }, at) => (kind === 'each' ? [at] : []));
  const alike = [...Map.groupBy(amounts.values(), ({ times }) => times.join(' ')).values()];
  const holdings = mergeSmallHoldings(alike.map(heldIn), fewest);
  const atoms = alike.map((list, i): Atom => {
    const [first] = list;
    return {
      holdings: holdings[i] ?? new Map<string, bigint>(),
      hidden: each.every((at) => first?.times[at] === 0),
    };
  });
  const where = (at: number, sign: number): number[] =>
    alike.flatMap((list, i) => ((list[0]?.times[at] ?? 0) * sign > 0 ? [i] : []));
  const showables = sums.map(({ kind }, at): Showing => {
    const of = where(at, 1);
    return kind === 'each' ? { kind, of } : { kind: 'sum', of, less: where(at, -1) };
  });
  return { atoms, showables, members: alike.map((list) => list.map(({ one }) => one)) };
}

/**
 * Lists the hidden amounts of one currency that follow from several links together: something about
 * fewer than three investors, or an estimate within 15 % from above.
 *
 * @returns each by its project; one amount for all days on which it holds
 */
export function listInferableAmounts(
  links: readonly LinkContent[],
  currency: string,
): ReadonlyMap<string, ProjectOnDay> {
  const sums = links.flatMap((link) => visibleSums(link, currency));
  const projects = links
    .flatMap(({ before, day }) => [...before, ...day])
    .filter((one) => one.currency === currency);
  const { atoms, showables, members } = makeAtoms(sums, projects);
  const facts = showables.filter((_, at) => sums[at]?.kind === 'fact');
  const cells = listCells(atoms, showables, []);
  const [now, before] = [
    listKnownCells(atoms, cells, showables),
    listKnownCells(atoms, cells, facts),
  ];
  const sets = listSmallSets(cells, fewest) ?? [cells.map((_, i) => i)];
  const few = listRevealingSets(cells, sets, now, before).flatMap((set) => {
    const hiddenCells = set.filter((i) => cells[i]?.hidden === true);
    const single = hiddenCells.filter((i) => now.ways([i]) > before.ways([i]));
    return single.length > 0 ? single : hiddenCells;
  });
  const inferable = new Set([...few, ...new Estimates(cells, now, before).estimated()]);
  return new Map(
    [...inferable].flatMap((i) =>
      (cells[i]?.atoms ?? []).flatMap((at) =>
        (members[at] ?? []).map((one) => [amountName(one), one] as const),
      ),
    ),
  );
}
