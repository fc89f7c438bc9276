import { type Breakdown, isCountMeasure } from '#domain/analysis/breakdown.ts';
import { addHoldings } from '#domain/redaction/disclosure/holdings.ts';
import type { Atom, Showing } from '#domain/redaction/disclosure/known-cells.ts';
import { safeSums } from '#domain/redaction/disclosure/safe-sums.ts';
import { smallestGroup } from '#domain/redaction/profile.ts';
import {
  type AnalysisCell,
  type BreakdownContent,
  isHidden,
  listElsewhere,
  type Test,
} from './breakdown-sums.ts';
import { showsEverySum } from './chart-refusal.ts';
import {
  keepUnits,
  listTests,
  orderByCount,
  redactBreakdown,
  withoutParts,
} from './redact-breakdown.ts';

/** One side of a comparison before it is redacted; its cells are of single projects. */
export interface PairSide {
  readonly breakdown: Breakdown;
  readonly content: BreakdownContent;
}
type Pair<T> = readonly [T, T];

/** The group and the part in which one side counts a project. */
interface Place {
  readonly cell: AnalysisCell;
  readonly left_out: boolean;
}
/** An amount with its places on both sides. An amount that did not change is on both. */
type PlacePair = Pair<Place | undefined>;

function listPlaces(
  { keptCells, out }: BreakdownContent,
  unit: string,
): ReadonlyMap<string, Place> {
  const all = [
    ...keptCells.map((cell): Place => ({ cell, left_out: false })),
    ...out.map((cell): Place => ({ cell, left_out: true })),
  ];
  return new Map(
    all.flatMap((place) =>
      place.cell.unit === unit ? [[place.cell.code ?? '', place] as const] : [],
    ),
  );
}

function listAmounts(contents: Pair<BreakdownContent>, unit: string): readonly PlacePair[] {
  const [a, b] = [listPlaces(contents[0], unit), listPlaces(contents[1], unit)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((code): PlacePair[] => {
    const [one, other] = [a.get(code), b.get(code)];
    return one !== undefined && other !== undefined && one.cell.minor !== other.cell.minor
      ? [
          [one, undefined],
          [undefined, other],
        ]
      : [[one, other]];
  });
}

/** Groups amounts that every sum of both sides counts alike into atoms. */
function makeAtoms(contents: Pair<BreakdownContent>, unit: string) {
  const alike = Map.groupBy(listAmounts(contents, unit), (places) =>
    JSON.stringify(
      places.map((place) => {
        if (place === undefined) return null;
        const { within, stage, key, part } = place.cell;
        return [place.left_out, stage, ...(within && !place.left_out ? [key, part] : [])];
      }),
    ),
  );
  const groups = [...alike.values()].flatMap((list) =>
    list[0] === undefined ? [] : [{ places: list[0], list }],
  );
  const atoms = groups.map(
    ({ places, list }): Atom => ({
      hidden: places.some(
        (place, at) =>
          place !== undefined &&
          (place.left_out || isHidden(place.cell, contents[at === 0 ? 0 : 1])),
      ),
      holdings: addHoldings(
        list.map((one) => {
          const { cell } = one[0] ?? one[1] ?? {};
          return new Map(cell === undefined ? [] : [[cell.holder, cell.minor]]);
        }),
      ),
    }),
  );
  return { atoms, placed: groups.map(({ places }) => places) };
}

/** Whether all sums of both sides and their differences disclose no single project, in one unit. */
function isPairSafe(unit: string, shownPair: Pair<Breakdown>, contents: Pair<BreakdownContent>) {
  const { atoms, placed } = makeAtoms(contents, unit);
  const find = (side: 0 | 1, test: (place: Place) => boolean): number[] =>
    placed.flatMap((places, at) => {
      const place = places[side];
      return place !== undefined && test(place) ? [at] : [];
    });
  const sumsOf = (side: 0 | 1): Showing[] =>
    listTests(shownPair[side]).map((test: Test) => ({
      kind: 'sum',
      of: find(side, ({ cell, left_out }) => !left_out && cell.within && test(cell)),
    }));
  const factsOf = (side: 0 | 1): Showing[] => {
    const { published, measure, mapping } = contents[side];
    if (measure !== 'total_investment' || published?.unit !== unit) return [];
    const of = find(
      side,
      ({ cell: { stage } }) => stage !== 'unknown' && mapping.established.includes(stage),
    );
    return [{ kind: 'sum', of }];
  };
  const elsewhere = ([0, 1] as const).flatMap((side) =>
    listElsewhere(unit, contents[side], (stages) =>
      find(side, ({ cell, left_out }) => !left_out && stages.includes(cell.stage)),
    ),
  );
  return safeSums({
    atoms,
    facts: [...factsOf(0), ...factsOf(1)],
    elsewhere,
    showables: [...sumsOf(0), ...sumsOf(1)],
    fewest: smallestGroup(contents[0].profile),
  }).every((safe) => safe);
}

/** Gives both sides the same units, and parts on both sides or on neither. */
function makeAlike([a, b]: Pair<Breakdown>): Pair<Breakdown> {
  const heldUnits = [...new Set([...(a.held_back ?? []), ...(b.held_back ?? [])])];
  const isDivided = a.stack === b.stack;
  const change = (one: Breakdown): Breakdown => {
    const visible = keepUnits(isDivided ? one : withoutParts(one), heldUnits);
    const isOrdered = heldUnits.length > 0 && one.by !== 'stage' && one.by !== 'year';
    return isOrdered ? { ...visible, groups: orderByCount(visible.groups) } : visible;
  };
  return [change(a), change(b)];
}

/**
 * Redacts the two breakdowns of a comparison: each alone, and then together. If a difference of the
 * two would disclose a project, both lose their parts. If that is not enough, neither is shown.
 *
 * @returns undefined if the link may not show the comparison
 */
export function redactBreakdownPair(sides: Pair<PairSide>): Pair<Breakdown> | undefined {
  const [first, second] = sides.map(({ breakdown, content }) =>
    redactBreakdown(breakdown, content),
  );
  if (first === undefined || second === undefined) return undefined;
  const isCount = isCountMeasure(first.measure);
  const contents = [sides[0].content, sides[1].content] as const;
  if (isCount || showsEverySum(contents[0].profile)) return [first, second];
  const alike = makeAlike([first, second]);
  const units = [...new Set(alike.flatMap((one) => one.units))];
  if (units.length === 0) return undefined;
  const whole = [withoutParts(alike[0]), withoutParts(alike[1])] as const;
  return [alike, whole].find((pair) => units.every((unit) => isPairSafe(unit, pair, contents)));
}
