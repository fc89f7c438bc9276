import type { IsoDate } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import type { ImportChange } from '#contract/imports/preview-schemas.ts';
import { nameFields, readField, translatedFields } from '#domain/projects/fields.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import type { Names } from '#domain/values/language.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { measures, type ProjectFacts, type ProjectRecord } from '#domain/projects/project.ts';
import { isSameContent } from '#server/core/canonical-json.ts';

/** Flattens a record to texts by name, in which changes are shown. */
function flat(record: ProjectRecord): Map<string, string> {
  const { amounts, milestones, extra, names: _, investor_names: _own, ...facts } = record.facts;
  const out = new Map<string, string>();
  for (const [key, value] of Object.entries(facts))
    if (value !== undefined && key !== 'data_status') out.set(key, String(value));
  for (const field of nameFields) {
    const name = readField(record.facts, field);
    if (name !== undefined) out.set(field, String(name));
  }
  for (const measure of measures) {
    const amount = amounts[measure];
    if (amount)
      out.set(
        measure,
        amount.text ?? (amount.money ? toMajor(fromWire(amount.money)) : (amount.missing ?? '')),
      );
  }
  for (const m of milestones)
    for (const kind of ['baseline', 'plan', 'actual'] as const)
      if (m[kind] !== undefined) out.set(`${m.type}_${kind}`, m[kind]);
  for (const [key, value] of Object.entries(extra ?? {})) out.set(key, value);
  const stage = record.stage_events.at(-1);
  if (stage) out.set('stage', stage.word ?? stage.stage);
  out.set('status', record.status_events.at(-1)?.status ?? 'active');
  return out;
}

/** Lists the values that differ between two records. */
export function listFactChanges(before: ProjectRecord, after: ProjectRecord): ImportChange[] {
  const [a, b] = [flat(before), flat(after)];
  const out: ImportChange[] = [];
  for (const field of new Set([...a.keys(), ...b.keys()])) {
    const [from, to] = [a.get(field), b.get(field)];
    if (from !== to)
      out.push({
        code: after.code,
        name: after.facts.name,
        field,
        ...compact({ from, to }),
      });
  }
  return out;
}

/** Whether two records of a project have the same facts and events. */
export const isSameRecord = (a: ProjectRecord, b: ProjectRecord): boolean =>
  isSameContent(
    [a.facts, a.stage_events, a.status_events],
    [b.facts, b.stage_events, b.status_events],
  );
/** Whether two observations state the same, from any source. */
export const isSameValue = (a: Observation | undefined, b: Observation): boolean =>
  a !== undefined &&
  a.value === b.value &&
  a.missing === b.missing &&
  a.data_status === b.data_status;

/** Keeps translations whose columns a file lacks. */
const mergeNames = (names: Names | undefined, field: string, columns: ReadonlySet<string>): Names =>
  Object.fromEntries(
    Object.entries(names ?? {}).filter(([language]) => !columns.has(`${field}.${language}`)),
  );

/** Merges a later edition into known facts. Fields whose column the file lacks stay. */
export function mergeFacts(
  knownFacts: ProjectFacts | undefined,
  facts: ProjectFacts,
  columns: ReadonlySet<string>,
): ProjectFacts {
  if (!knownFacts) return facts;
  const storedFacts = Object.fromEntries(
    Object.entries(knownFacts).filter(
      ([key]) =>
        !columns.has(key) &&
        !['name', 'amounts', 'milestones', 'extra', 'data_status', ...translatedFields].includes(
          key,
        ),
    ),
  );
  const translations = Object.fromEntries(
    translatedFields.flatMap((field) => {
      const names = { ...mergeNames(knownFacts[field], field, columns), ...facts[field] };
      return Object.keys(names).length === 0 ? [] : [[field, names]];
    }),
  );
  const amounts = {
    ...Object.fromEntries(Object.entries(knownFacts.amounts).filter(([key]) => !columns.has(key))),
    ...facts.amounts,
  };
  const types = new Map(
    [...knownFacts.milestones, ...facts.milestones].map((m) => [m.type, { type: m.type }]),
  );
  const milestones = [...types.values()]
    .map(({ type }) => {
      const old = knownFacts.milestones.find((m) => m.type === type);
      const now = facts.milestones.find((m) => m.type === type);
      const olderDates = Object.fromEntries(
        (['baseline', 'plan', 'actual'] as const).flatMap((k) =>
          old?.[k] !== undefined && !columns.has(`${type}_${k}`) ? [[k, old[k]]] : [],
        ),
      );
      return { type, ...olderDates, ...now };
    })
    .filter((m) => Object.keys(m).length > 1);
  const extra = {
    ...Object.fromEntries(
      Object.entries(knownFacts.extra ?? {}).filter(([key]) => !columns.has(key)),
    ),
    ...facts.extra,
  };
  const { extra: _, ...rest } = facts;
  return {
    ...storedFacts,
    ...rest,
    ...translations,
    amounts,
    milestones,
    ...compact({ extra: Object.keys(extra).length === 0 ? undefined : extra }),
  };
}

/**
 * The facts of an edition, the day from which they hold, and the revision that wrote them. Lists
 * are ordered by `facts_from`.
 */
export interface DatedFacts {
  readonly facts_from: IsoDate;
  readonly facts_revision: number;
  readonly facts: ProjectFacts;
  /** The day of the edition, if its facts also hold from the first day. */
  readonly given?: IsoDate;
}
