import { dayIn } from '#domain/time/time-zone.ts';
import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { targetKey, type Target } from './indicator.ts';
import type { ZoneChange } from './zone-changes.ts';

/** One version of the settings of a zone with its changes. Lists have the newest version first. */
export interface ChangedZoneVersion {
  readonly revision: number;
  readonly recorded_at: string;
  readonly author: string;
  readonly reason: string;
  readonly changes: readonly ZoneChange[];
}

/** The subject of a line of the history. */
export type LoggedField =
  | 'value'
  | 'comparator'
  | 'deadline'
  | 'owner'
  | 'part'
  | 'item'
  | 'done'
  | 'plan'
  | 'break'
  | 'indicator'
  | 'target';
/** One line: the field of a target or of its indicator, old and new. */
export interface LoggedChange {
  /** The key of the target; omitted where the indicator itself changed. */
  readonly target?: string;
  readonly field: LoggedField;
  /** The name of the part, or of an item that the target no longer has. */
  readonly name?: string;
  /** The id of the item. */
  readonly item?: string;
  readonly from?: string;
  readonly to?: string;
}
/** One change of the targets of an indicator. */
export interface LoggedVersion {
  readonly revision: number;
  readonly date: IsoDate;
  readonly author: string;
  readonly reason: string;
  readonly source?: string;
  readonly changes: readonly LoggedChange[];
  /** The number of the split that the change made, by key of the target. */
  readonly splits: Readonly<Record<string, number>>;
}

/**
 * Lists the changes of one indicator and its targets, newest first.
 *
 * @param versions all versions, newest first
 */
export function listTargetLog(
  indicator: string,
  versions: readonly ChangedZoneVersion[],
  targets: readonly Target[],
  timeZone: string,
): LoggedVersion[] {
  const keys = findKeys(indicator, versions, targets);
  const splits = new Map<string, number>();
  return versions
    .toReversed()
    .flatMap((version) => {
      const own = version.changes.filter(({ path }) => {
        const [list, key = ''] = path.split('.');
        return (
          (list === 'targets' && keys.has(key)) || (list === 'indicators' && key === indicator)
        );
      });
      const changes = readChanges(own, targets);
      if (changes.length === 0) return [];
      return [
        {
          revision: version.revision,
          date: dayIn(new Date(version.recorded_at), timeZone),
          author: version.author,
          reason: version.reason,
          changes,
          splits: countSplits(own, splits),
          ...compact({ source: own.find(({ path }) => /^targets\.[^.]+\.source$/.test(path))?.to }),
        },
      ];
    })
    .toReversed();
}

/** The keys of all targets that the indicator has or had. */
function findKeys(
  indicator: string,
  versions: readonly ChangedZoneVersion[],
  targets: readonly Target[],
): ReadonlySet<string> {
  const now = targets.filter((target) => target.indicator === indicator).map(targetKey);
  const before = versions.flatMap(({ changes }) =>
    changes.flatMap(({ path, from, to }) => {
      const [list, key = '', field] = path.split('.');
      return list === 'targets' && field === 'indicator' && (from === indicator || to === indicator)
        ? [key]
        : [];
    }),
  );
  return new Set([...now, ...before]);
}

/** Counts the versions of splits. Where the first known change alters parts, it is the second. */
function countSplits(
  changes: readonly ZoneChange[],
  countById: Map<string, number>,
): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { path, from } of changes) {
    const [, key = '', field] = path.split('.');
    if (field !== 'split' || counts[key] !== undefined) continue;
    const before = countById.get(key) ?? (from === undefined ? 0 : 1);
    counts[key] = before + 1;
    countById.set(key, before + 1);
  }
  return counts;
}

/** Fields that a line names alone, with their old and new values. */
const single: Readonly<Record<string, LoggedField>> = {
  value: 'value',
  comparator: 'comparator',
  deadline: 'deadline',
  owner: 'owner',
};

function readChanges(changes: readonly ZoneChange[], targets: readonly Target[]): LoggedChange[] {
  const lines = new Map<string, LoggedChange>();
  const put = (line: LoggedChange): void => {
    const key = [line.target, line.field, line.item ?? line.name].join(' ');
    if (!lines.has(key)) lines.set(key, line);
  };
  for (const change of changes) {
    const line = readChange(change, changes, targets);
    if (line !== undefined) put(line);
  }
  return [...lines.values()];
}

function readChange(
  { path, from, to }: ZoneChange,
  all: readonly ZoneChange[],
  targets: readonly Target[],
): LoggedChange | undefined {
  const [list, key = '', field = '', ...rest] = path.split('.');
  const change = compact({ from, to });
  if (list === 'indicators')
    return field === 'breaks'
      ? rest[1] === 'month'
        ? { field: 'break', ...change }
        : undefined
      : { field: 'indicator' };
  const singleField = single[field];
  if (singleField !== undefined && rest.length === 0)
    return { target: key, field: singleField, ...change };
  if (field === 'split') {
    if (rest.at(-1) !== 'value') return undefined;
    const part = rest[1] ?? '';
    const name =
      writeName(`targets.${key}.split.parts.${part}.name`, all) ?? storedPart(key, part, targets);
    return { target: key, field: 'part', ...compact({ name }), ...change };
  }
  if (field === 'items') {
    const [item = '', part] = rest;
    const name = all.find(({ path: one }) => one.startsWith(`targets.${key}.items.${item}.name.`));
    const line = { target: key, item, ...compact({ name: name?.to ?? name?.from }) };
    return part === 'done' ? { ...line, field: 'done', ...change } : { ...line, field: 'item' };
  }
  if (field === 'plan') return { target: key, field: 'plan' };
  return ['source', 'source_date', 'indicator', 'id', 'data_status', 'period'].includes(field)
    ? undefined
    : { target: key, field: 'target' };
}

const writeName = (path: string, all: readonly ZoneChange[]): string | undefined => {
  const change = all.find((one) => one.path === path);
  return change?.to ?? change?.from;
};
const storedPart = (key: string, id: string, targets: readonly Target[]): string | undefined =>
  targets.find((target) => targetKey(target) === key)?.split?.parts.find((part) => part.id === id)
    ?.name;
