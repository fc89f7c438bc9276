import type { StageEvent, StatusEvent } from '#domain/projects/project.ts';
import type { MilestoneType, ProjectFacts, ProjectRecord } from '#domain/projects/project.ts';
import {
  applyChanges,
  listFields,
  factFields,
  sameValue,
  type FactChanges,
  type FactField,
  type FieldValue,
} from '#domain/projects/fields.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { compareZones } from '#domain/zone/zone-changes.ts';

/**
 * A value that the undone change set and that was changed again later. Omitted when there was none.
 */
export interface ConflictField {
  readonly field: string;
  readonly before?: FieldValue;
  readonly after?: FieldValue;
  readonly now?: FieldValue;
}
/** The kinds of objects that an undo restores. */
export const undoneObjects = [
  'project',
  'zone',
  'observation',
  'note',
  'setting',
  'period',
  'rate',
  'evidence',
  'issue',
  'decision',
  'judgement',
  'recipe',
] as const;
/** One object that was changed again after the undone change, with the conflicting values. */
export interface UndoConflict {
  readonly what: (typeof undoneObjects)[number];
  /** The code of the project, the indicator and month, or the id. */
  readonly key: string;
  /** The parts of the key by their names, as the indicator and the month of a value. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly fields: readonly ConflictField[];
}

const namedValue = (name: 'before' | 'after' | 'now', value: FieldValue | undefined) =>
  value === undefined ? {} : { [name]: value };
/** One field with its three values. */
export const conflictField = (
  field: string,
  before: FieldValue | undefined,
  after: FieldValue | undefined,
  now: FieldValue | undefined,
): ConflictField => ({
  field,
  ...namedValue('before', before),
  ...namedValue('after', after),
  ...namedValue('now', now),
});

const isFact = (field: string): field is FactField => factFields.some((one) => one === field);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The facts with one field restored: a fact, a frozen baseline, or an extra column of the source.
 */
function withField(
  facts: ProjectFacts,
  field: string,
  value: FieldValue | undefined,
): ProjectFacts {
  if (isFact(field)) return applyChanges(facts, { [field]: value ?? null } as FactChanges);
  const [group, name = '', kind] = field.split('.');
  if (group === 'milestones' && kind === 'baseline') {
    const others = facts.milestones.filter(({ type }) => type !== name);
    const { baseline: _now, ...rest } = facts.milestones.find(({ type }) => type === name) ?? {
      type: name as MilestoneType,
    };
    const next = value === undefined ? rest : { ...rest, baseline: String(value) };
    const hasContent = next.plan !== undefined || next.actual !== undefined || 'baseline' in next;
    return { ...facts, milestones: hasContent ? [...others, next] : others };
  }
  if (group !== 'extra') return facts;
  const column = field.slice('extra.'.length);
  const { [column]: _now, ...others } = facts.extra ?? {};
  const extra = value === undefined ? others : { ...others, [column]: String(value) };
  const { extra: _all, ...rest } = facts;
  return Object.keys(extra).length === 0 ? rest : { ...rest, extra };
}

export interface ProjectUndo {
  /** Values of the change with a later change: undo leaves them unchanged. */
  readonly conflicts: readonly ConflictField[];
  /** The facts of any day without the change. */
  readonly facts: (facts: ProjectFacts) => ProjectFacts;
  readonly stage_events: readonly StageEvent[];
  readonly status_events: readonly StatusEvent[];
  /** Whether any part of the change is undone. */
  readonly some: boolean;
}

const eventFields = [
  'stage',
  'stage_reason',
  'stage_reason_code',
  'status',
  'status_date',
  'status_reason',
  'status_reason_code',
];
const isEvent = (field: string): boolean =>
  eventFields.includes(field) || field.startsWith('stage_events.');

/**
 * Undoes a change of one project that was changed again since. Each field that still holds the
 * value of the change gets its former value; later values stay. The history of stages and that of
 * statuses are one field each.
 */
export function undoProject(
  before: ProjectRecord,
  after: ProjectRecord,
  now: ProjectRecord,
): ProjectUndo {
  const [a, b, c] = [listFields(before), listFields(after), listFields(now)];
  const set = [...new Set([...a.keys(), ...b.keys()])].filter(
    (field) => !isEvent(field) && !sameValue(a.get(field), b.get(field)),
  );
  // every change sets the day of the last update: it is no conflict
  const open = (field: string): boolean =>
    field !== 'last_update' &&
    !sameValue(b.get(field), c.get(field)) &&
    !sameValue(a.get(field), c.get(field));
  const back = set.filter(
    (field) => field !== 'last_update' && sameValue(b.get(field), c.get(field)),
  );
  const conflicts = set
    .filter(open)
    .map((field) => conflictField(field, a.get(field), b.get(field), c.get(field)));
  let some = back.length > 0;
  const events = <E>(
    of: (record: ProjectRecord) => readonly E[],
    field: 'stage' | 'status',
  ): readonly E[] => {
    if (same(of(before), of(after)) || same(of(before), of(now))) return of(now);
    if (!same(of(after), of(now))) {
      conflicts.push(conflictField(field, a.get(field), b.get(field), c.get(field)));
      return of(now);
    }
    some = true;
    return of(before);
  };
  const stage_events = events((record) => record.stage_events, 'stage');
  const status_events = events((record) => record.status_events, 'status');
  return {
    conflicts,
    facts: (facts) => back.reduce((next, field) => withField(next, field, a.get(field)), facts),
    stage_events,
    status_events,
    some,
  };
}

/**
 * Undoes a change of the zone: parts that were not changed again get their former value; the others
 * stay and are listed.
 */
export function undoZone(
  before: ZoneProfile,
  after: ZoneProfile,
  now: ZoneProfile,
): {
  readonly profile: ZoneProfile;
  readonly conflicts: readonly ConflictField[];
  readonly some: boolean;
} {
  const keys = [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
  ] as (keyof ZoneProfile)[];
  const set = keys.filter((key) => !same(before[key], after[key]));
  const back = set.filter((key) => same(after[key], now[key]));
  // every edition sets the day of the data: it is no conflict
  const laterChanges = set.filter(
    (key) => key !== 'data_date' && !back.includes(key) && !same(before[key], now[key]),
  );
  const next: Record<string, unknown> = { ...now };
  for (const key of back) {
    if (before[key] === undefined) delete next[key];
    else next[key] = before[key];
  }
  const since = new Map(compareZones(after, now).map((change) => [change.path, change]));
  const conflicts = laterChanges.flatMap((key) => {
    const changes = compareZones(before, after).filter(
      ({ path }) => path === key || path.startsWith(`${key}.`),
    );
    return changes.map(({ path, from, to }) =>
      conflictField(path, from, to, since.has(path) ? since.get(path)?.to : to),
    );
  });
  return { profile: next as unknown as ZoneProfile, conflicts, some: back.length > 0 };
}
