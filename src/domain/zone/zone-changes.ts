import { compact } from '#domain/values/compact.ts';
import type { ZoneProfile } from './zone.ts';

/**
 * One field that differs between two versions of a zone. `path` is as `targets.companies.value`;
 * `from` or `to` is omitted when that version has no such field.
 */
export interface ZoneChange {
  readonly path: string;
  readonly from?: string;
  readonly to?: string;
}
type Leaves = Map<string, string>;

/**
 * Names an entry of a list by its id, indicator or date, so that an entry that only moved is no
 * change. A published figure has its date too: it is published again with the same id.
 */
function nameEntry(item: unknown, list: readonly unknown[], at: number): string {
  const keys = (x: unknown) =>
    (typeof x === 'object' && x !== null ? x : {}) as Record<string, unknown>;
  const { id, indicator, date, unit } = keys(item);
  const name = String(id ?? indicator ?? date ?? at);
  const isPublished = date !== undefined && unit !== undefined;
  return isPublished ||
    (id !== undefined && list.filter((other) => keys(other)['id'] === id).length > 1)
    ? `${name} ${String(date)}`
    : name;
}

function collect(value: unknown, path: string, into: Leaves): void {
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item === 'string')) into.set(path, value.join(' '));
    else
      for (const [at, item] of value.entries())
        collect(item, `${path}.${nameEntry(item, value, at)}`, into);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      collect(inner, path === '' ? key : `${path}.${key}`, into);
  } else if (value !== undefined) into.set(path, String(value));
}
const collectLeaves = (value: unknown): Leaves => {
  const into: Leaves = new Map();
  collect(value, '', into);
  return into;
};

/** Lists the fields that differ between two versions of a zone, by path. */
export function compareZones(
  before: Partial<ZoneProfile>,
  after: Partial<ZoneProfile>,
): ZoneChange[] {
  const [from, to] = [collectLeaves(before), collectLeaves(after)];
  return [...new Set([...from.keys(), ...to.keys()])].sort().flatMap((path) => {
    const [a, b] = [from.get(path), to.get(path)];
    return a === b ? [] : [{ path, ...compact({ from: a, to: b }) }];
  });
}
