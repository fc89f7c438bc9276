import { usualGateIds, type Gate } from '#domain/projects/gate.ts';
import { isYearToDate, type Indicator } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { ZoneFault } from './fault.ts';

type Lists = Pick<ZoneProfile, 'indicators' | 'gates'>;

/** The last entry of a list under an id in former versions of a zone, oldest first. */
const findLast = <T extends { readonly id: string }>(
  lists: readonly (readonly T[])[],
  id: string,
): T | undefined =>
  lists.findLast((list) => list.some((one) => one.id === id))?.find((one) => one.id === id);

const isSameGate = (a: Gate, b: Gate): boolean => a.from === b.from && a.until === b.until;
const isSameMeasure = (a: Indicator, b: Indicator): boolean =>
  a.kind === b.kind && a.unit === b.unit && isYearToDate(a) === isYearToDate(b);

interface RemovedIdsInput {
  /** All versions of the zone, oldest first. */
  readonly former: readonly Lists[];
  readonly before: Lists;
  readonly next: Lists;
  /** The ids of indicators that have values. */
  readonly measured: ReadonlySet<string>;
}
/**
 * Finds entries under an id that had another meaning: causes, values and history of the former
 * would become those of the new one. The usual gates can always come back.
 */
export function findRemovedIdFaults(input: RemovedIdsInput): ZoneFault[] {
  const { former, before, next, measured } = input;
  const gates = (next.gates ?? []).flatMap((gate): ZoneFault[] => {
    const isPresent =
      usualGateIds.some((id) => id === gate.id) || before.gates?.some(({ id }) => id === gate.id);
    const last = findLast(
      former.map((one) => one.gates ?? []),
      gate.id,
    );
    return isPresent === true || last === undefined || isSameGate(last, gate)
      ? []
      : [{ path: `gates.${gate.id}`, rule: 'id_of_removed' }];
  });
  const indicators = next.indicators.flatMap((indicator): ZoneFault[] => {
    const last = findLast(
      former.map((one) => one.indicators),
      indicator.id,
    );
    return !measured.has(indicator.id) || last === undefined || isSameMeasure(last, indicator)
      ? []
      : [{ path: `indicators.${indicator.id}`, rule: 'unit_of_values' }];
  });
  return [...gates, ...indicators];
}
