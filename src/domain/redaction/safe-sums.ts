import { RowSpace } from './row-space.ts';

/** Projects that every shown sum counts together or not at all. `hidden`: what each of them is worth must not be found. */
export interface Atom {
  /** Projects with an amount; where not all are known, at least so many. */
  readonly size: number;
  readonly hidden: boolean;
}
/** Something that could be shown: the sum of some atoms, or what each project of one atom is worth. */
export type Showable = { readonly kind: 'sum'; readonly of: readonly number[] } | { readonly kind: 'each'; readonly of: number };

interface Asked {
  readonly atoms: readonly Atom[];
  /** Known already, whatever is shown: published figures. */
  readonly facts: readonly Showable[];
  /** The most important first. */
  readonly showables: readonly Showable[];
  readonly fewest: number;
}

/** Unions of atoms that stand for fewer projects than allowed and have a hidden one among them. Of atoms of no size there is nothing to find. */
function smallUnions(atoms: readonly Atom[], fewest: number): number[][] {
  const found: number[][] = [];
  const extend = (from: number, union: readonly number[], size: number): void => {
    for (let i = from; i < atoms.length; i++) {
      const next = size + (atoms[i]?.size ?? 0);
      if (atoms[i]?.size === 0 || next >= fewest) continue;
      const more = [...union, i];
      if (more.some((at) => atoms[at]?.hidden === true)) found.push(more);
      extend(i + 1, more, next);
    }
  };
  extend(0, [], 0);
  return found;
}

/**
 * Which of the amounts can be shown, so that from all of them and the facts together, by adding and subtracting in any way, no
 * reader finds what fewer than `fewest` projects with a hidden one among them are worth: complementary suppression. Each shown
 * amount is a vector over the atoms; what can be worked out is their row space; each amount in turn is shown if no small union
 * lies in the space with it that the facts do not give away already.
 */
export function safeSums({ atoms, facts, showables, fewest }: Asked): boolean[] {
  const unions = smallUnions(atoms, fewest);
  const vector = (of: readonly number[], each: ReadonlySet<number>): bigint[] =>
    atoms.map(({ size }, i) => (size > 0 && of.includes(i) && !each.has(i) ? 1n : 0n));
  const foundIn = (shown: readonly Showable[]): readonly number[][] => {
    const each = new Set(shown.flatMap((item) => (item.kind === 'each' ? [item.of] : [])));
    const space = new RowSpace();
    for (const item of shown) if (item.kind === 'sum') space.add(vector(item.of, each));
    return unions.filter((union) => union.some((at) => atoms[at]?.hidden === true && !each.has(at)) && space.has(vector(union, each)));
  };
  const public_ = new Set(foundIn(facts));
  const shown: Showable[] = [...facts];
  return showables.map((item) => {
    const found = foundIn([...shown, item]);
    const safe = found.every((union) => public_.has(union));
    if (safe) shown.push(item);
    return safe;
  });
}
