import { reduced, RowSpace } from './row-space.ts';

/** What some projects are worth together, which every shown sum counts alike. */
export interface Atom {
  /** Projects with an amount; where not all are known, at least so many. */
  readonly size: number;
  /** What each of them is worth must not be found. */
  readonly hidden: boolean;
  /** The same projects as those of other atoms with this name: what they are worth on another day. */
  readonly projects?: string;
}
/** Something that could be shown: the sum of some atoms, less that of others, or what each project of some atoms is worth. */
export type Showable =
  | { readonly kind: 'sum'; readonly of: readonly number[]; readonly less?: readonly number[] }
  | { readonly kind: 'each'; readonly of: readonly number[] };

interface Asked {
  readonly atoms: readonly Atom[];
  /** Known already, whatever is shown: published figures. */
  readonly facts: readonly Showable[];
  /** Shown to the same reader on another page; may be known there, and must not give away more together with this one. */
  readonly elsewhere?: readonly Showable[];
  /** The most important first. */
  readonly showables: readonly Showable[];
  readonly fewest: number;
}
/** Beyond so many sets of few projects it is not worked out what gives them away, and nothing is shown. */
const mostUnions = 20_000;

/** Sets of atoms that stand for fewer projects than allowed and have a hidden one among them; undefined where there are too many. */
function smallUnions(atoms: readonly Atom[], fewest: number): number[][] | undefined {
  const found: number[][] = [];
  const sameAs = (at: number, union: readonly number[]): boolean =>
    atoms[at]?.projects !== undefined && union.some((other) => atoms[other]?.projects === atoms[at]?.projects);
  const extend = (from: number, union: readonly number[], size: number): void => {
    for (let i = from; i < atoms.length && found.length <= mostUnions; i++) {
      // of atoms of no size there is nothing to find
      const next = size + (sameAs(i, union) ? 0 : (atoms[i]?.size ?? 0));
      if (atoms[i]?.size === 0 || next >= fewest) continue;
      const more = [...union, i];
      if (more.some((at) => atoms[at]?.hidden === true)) found.push(more);
      extend(i + 1, more, next);
    }
  };
  extend(0, [], 0);
  return found.length > mostUnions ? undefined : found;
}

/** What can be worked out from what is shown: for any atoms, in how many independent ways they can be combined to something known. */
function known(atoms: readonly Atom[], shown: readonly Showable[]): (of: readonly number[]) => number {
  const each = new Set(shown.flatMap((item) => (item.kind === 'each' ? item.of : [])));
  const space = new RowSpace();
  for (const item of shown) {
    if (item.kind === 'each') continue;
    const vector = atoms.map(() => 0n);
    for (const [list, sign] of [[item.of, 1n] as const, [item.less ?? [], -1n] as const])
      for (const at of list) if ((atoms[at]?.size ?? 0) > 0 && !each.has(at)) vector[at] = (vector[at] ?? 0n) + sign;
    space.add(vector);
  }
  const freedom = space.freedom(atoms.length);
  const lines = freedom.map((row) => {
    const first = row.find((value) => value !== 0n) ?? 0n;
    return first === 0n ? '' : reduced(first < 0n ? row.map((value) => -value) : row).join(' ');
  });
  return (given) => {
    const of = given.filter((at) => !each.has(at));
    const [one, two, ...more] = of;
    if (one === undefined) return 0;
    if (two === undefined) return lines[one] === '' ? 1 : 0;
    if (more.length === 0 && lines[one] !== '' && lines[two] !== '') return lines[one] === lines[two] ? 1 : 0;
    const left = new RowSpace();
    for (const at of of) left.add(freedom[at] ?? []);
    return of.length - left.rank;
  };
}

/**
 * Which of the amounts can be shown, so that from all of them and the facts together, by adding and subtracting in any way, no
 * reader finds anything of what fewer than `fewest` projects with a hidden one among them are worth, neither their sum nor a
 * difference: complementary suppression. Each shown amount is a vector over the atoms; what can be worked out is their row
 * space; each amount in turn is shown if that has nothing about a small set of atoms that the facts do not give away already.
 */
export function safeSums({ atoms, facts, elsewhere = [], showables, fewest }: Asked): boolean[] {
  const unions = smallUnions(atoms, fewest)?.map((union) => ({ union, open: union.filter((at) => atoms[at]?.hidden !== true) }));
  if (unions === undefined) return showables.map(() => false);
  const given = (shown: readonly Showable[]): number[] => {
    const of = known(atoms, shown);
    return unions.map(({ union, open }) => of(union) - of(open));
  };
  // by itself, and together with what is shown elsewhere
  const checks = [facts, ...(elsewhere.length === 0 ? [] : [[...facts, ...elsewhere]])].map((base) => ({ base, before: given(base) }));
  const shown: Showable[] = [];
  return showables.map((item) => {
    const safe = checks.every(({ base, before }) => given([...base, ...shown, item]).every((ways, i) => ways <= (before[i] ?? 0)));
    if (safe) shown.push(item);
    return safe;
  });
}
