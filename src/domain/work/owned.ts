import { compact } from '#domain/values/compact.ts';
import type {
  CauseNote,
  ChecklistItem,
  Indicator,
  Target,
  TargetPart,
} from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

interface Ownership {
  readonly owner?: string;
}
const isOwnedBy = (thing: Ownership, name: string): boolean => thing.owner === name;
const openItems = ({ items = [] }: Target): readonly ChecklistItem[] =>
  items.filter(({ done }) => done === undefined);
const listParts = ({ split }: Target): readonly TargetPart[] => split?.parts ?? [];
/** Whether a person owns a target, a part of it or an open item of it. */
const hasTarget = (target: Target, name: string): boolean =>
  [target, ...openItems(target), ...listParts(target)].some((one) => isOwnedBy(one, name));

type Owning = Pick<ZoneProfile, 'targets' | 'indicators'>;

/** Counts the targets and indicators of a person. */
export const countOwned = (
  { targets, indicators }: Owning,
  name: string,
): { readonly targets: number; readonly indicators: number } => ({
  targets: targets.filter((target) => hasTarget(target, name)).length,
  indicators: indicators.filter((indicator) => isOwnedBy(indicator, name)).length,
});

/** Lists everyone who owns a target, a part or item of one, or an indicator. */
export const listTargetOwners = ({ targets, indicators }: Owning): readonly string[] => [
  ...new Set(
    [
      ...targets.flatMap((target) => [target, ...openItems(target), ...listParts(target)]),
      ...indicators,
    ].flatMap(({ owner }: Ownership) => owner ?? []),
  ),
];

/** Hands the targets and indicators of a person over to another. Done items keep their owner. */
export function handOverTargets<Z extends Owning>(zone: Z, from: string, to: string): Z {
  const give = <T extends Ownership>(thing: T): T =>
    isOwnedBy(thing, from) ? { ...thing, owner: to } : thing;
  const targets = zone.targets.map(
    (target): Target => ({
      ...give(target),
      ...compact({
        items: target.items?.map((item) => (item.done === undefined ? give(item) : item)),
        split:
          target.split === undefined
            ? undefined
            : { ...target.split, parts: target.split.parts.map(give) },
      }),
    }),
  );
  const indicators = zone.indicators.map((indicator): Indicator => give(indicator));
  return { ...zone, targets, indicators };
}

/** Lists the last note on each indicator that has a next step with an owner. */
export function listOwnedSteps(notes: readonly CauseNote[]): readonly CauseNote[] {
  const lastNotes = new Map<string, CauseNote>();
  for (const note of notes) {
    const last = lastNotes.get(note.indicator);
    if (last === undefined || last.period < note.period) lastNotes.set(note.indicator, note);
  }
  return [...lastNotes.values()].filter(
    ({ owner, next_step }) => owner !== undefined && next_step !== undefined,
  );
}
