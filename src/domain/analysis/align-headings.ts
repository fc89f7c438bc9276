import { compact } from '#domain/values/compact.ts';
import { compareStages, type Heading, findOrder } from './headings.ts';

/** Sorts headings by the order of their kind. Headings ordered by size keep their order. */
function sortHeadings(all: readonly Heading[], by: string): readonly Heading[] {
  const order = findOrder(by);
  const rank = ({ key }: Heading): number => (key === undefined ? 1 : key === '' ? 2 : 0);
  return all.toSorted((a, b) => {
    if (order === 'year' && rank(a) + rank(b) === 1) return rank(b) - rank(a);
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    const [x = '', y = ''] = [a.key, b.key];
    if (order === 'year') return x < y ? -1 : 1;
    return order === 'stage' ? compareStages(x, y) : 0;
  });
}

/**
 * Finds the headings that two tables have in common, so that their rows can be compared. Where one
 * table has folded groups, only groups that both tables name keep their name.
 */
export function joinHeadings(
  a: readonly Heading[],
  b: readonly Heading[],
  by: string,
): readonly Heading[] {
  const mostFolded = Math.max(0, ...[...a, ...b].map((heading) => heading.folded ?? 0));
  const keysOf = (all: readonly Heading[]) =>
    new Set(all.flatMap(({ key }) => (key === undefined ? [] : [key])));
  const [first, second] = [keysOf(a), keysOf(b)];
  const keys =
    mostFolded > 0
      ? [...first].filter((key) => second.has(key))
      : [...new Set([...first, ...second])];
  const names = new Map([...b, ...a].map((heading) => [heading.key, heading.names]));
  const namedHeadings = keys.map(
    (key): Heading => ({ key, ...compact({ names: names.get(key) }) }),
  );
  return sortHeadings(
    mostFolded > 0 ? [...namedHeadings, { folded: mostFolded }] : namedHeadings,
    by,
  );
}

/**
 * Places groups under common headings. An absent group is empty; groups that no heading names are
 * folded.
 */
export function placeGroups<G extends Heading>(
  groups: readonly G[],
  headings: readonly Heading[],
  {
    none,
    join,
  }: { readonly none: Omit<G, 'key' | 'folded'>; readonly join: (rest: readonly G[]) => G },
): readonly G[] {
  const namedHeadings = new Map(groups.map((group) => [group.key, group]));
  const keys = new Set(headings.map(({ key }) => key));
  const rest = groups.filter(({ key }) => key === undefined || !keys.has(key));
  return headings.map((heading): G => {
    if (heading.key !== undefined)
      return namedHeadings.get(heading.key) ?? ({ ...heading, ...none } as G);
    return rest.length === 0 ? ({ ...heading, ...none } as G) : { ...join(rest), ...heading };
  });
}
