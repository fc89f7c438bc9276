import { usualGateTerms } from '#domain/labels/projects/gate.ts';
import { type Gate, usualGateIds, usualGates } from '#domain/projects/gate.ts';
import { compact } from '#domain/values/compact.ts';
import { fillText, type Text } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { compareZones, type ZoneChange } from '#domain/zone/zone-changes.ts';

/** Finds the usual name of a gate. @returns undefined for a gate that the zone has added */
export function usualGateName(id: string): Text | undefined {
  const usual = usualGateIds.find((one) => one === id);
  return usual && usualGateTerms[usual];
}

/**
 * Finds the name of a gate: the zone's own, otherwise the usual one.
 * @returns undefined for a gate that the zone has added and removed since
 */
export const findGateName = (gates: readonly Gate[], id: string): Text | undefined => {
  const own = gates.find((one) => one.id === id)?.name;
  return own === undefined ? usualGateName(id) : fillText(own);
};

const isOfGates = ({ path }: ZoneChange): boolean => path.split('.')[0] === 'gates';
const readEntryId = (path: string): string | undefined => path.split('.')[1];

interface Version {
  readonly revision: number;
  readonly changes: readonly ZoneChange[];
}

/**
 * Whether the zone had gates of its own from its beginning: one of its gates was never added. A
 * zone outside China has.
 */
function beganWithGates(versions: readonly Version[], gates: readonly Gate[]): boolean {
  const changes = versions.flatMap((version) => version.changes.filter(isOfGates));
  const additions = new Set(
    changes.flatMap(({ path, from }) =>
      from === undefined && path.endsWith('.months') ? [readEntryId(path)] : [],
    ),
  );
  const gateIds = [...gates.map(({ id }) => id), ...changes.map(({ path }) => readEntryId(path))];
  return gateIds.some((id) => !additions.has(id));
}

/**
 * Describes the version that first set gates as a change of the usual ones, which applied until
 * then. It is stored as if every gate were new.
 */
export function compareWithUsualGates<T extends Version>(
  versions: readonly T[],
  { gates = [] }: Pick<ZoneProfile, 'gates'>,
): readonly T[] {
  if (beganWithGates(versions, gates)) return versions;
  const first = versions
    .filter(({ changes }) => changes.some(isOfGates))
    .toSorted((a, b) => a.revision - b.revision)[0];
  const set = first?.changes.filter(isOfGates) ?? [];
  if (first === undefined || set.some(({ from }) => from !== undefined)) return versions;
  const usual = new Map(compareZones({}, { gates: usualGates }).map(({ path, to }) => [path, to]));
  const settings = new Map(set.map(({ path, to }) => [path, to]));
  const lines = [...new Set([...usual.keys(), ...settings.keys()])].sort().flatMap((path) => {
    const [from, to] = [usual.get(path), settings.get(path)];
    return from === to ? [] : [{ path, ...compact({ from, to }) }];
  });
  const changes = [...first.changes.filter((change) => !isOfGates(change)), ...lines];
  return versions.map((version) => (version === first ? { ...version, changes } : version));
}
