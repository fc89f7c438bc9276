import type { ImportChange } from '#contract/imports.ts';
import type { IsoDate, ProjectFacts, ProjectRecord } from '#domain/project.ts';
import type { Coded } from './codes.ts';
import type { Column } from './columns/columns.ts';
import { similarity } from './columns/match.ts';
import { changesOf, isSameRecord, jumpOf, mergeFacts } from './compare.ts';
import { mergeEvents } from './events.ts';
import { factKeys } from './fact-keys.ts';
import { limits } from './limits.ts';
import { isMeasure } from './field-kinds.ts';
import { textAnswer } from './answers.ts';
import type { Work } from './work.ts';

/** Stage dates that the history holds need no second place beside the other columns. */
function withoutHistory(facts: ProjectFacts, events: ProjectRecord['stage_events']): ProjectFacts {
  if (!facts.extra || events.every((e) => e.date === undefined)) return facts;
  const { extra, ...rest } = facts;
  const left = Object.entries(extra).filter(([, text]) => !/^\d{4}-\d{2}-\d{2}$/.test(text) || !events.some((e) => e.date === text));
  return left.length === 0 ? rest : { ...rest, extra: Object.fromEntries(left) };
}

export interface Compared {
  readonly records: readonly ProjectRecord[];
  readonly all: readonly ProjectRecord[];
  readonly changes: readonly ImportChange[];
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
}

/** Each row against the project known under its code: what is new, what changes, what stays. Slips between units are asked about. */
export function compareProjects(
  coded: readonly Coded[],
  columns: readonly Column[],
  day: IsoDate,
  known: ReadonlyMap<string, ProjectRecord>,
  work: Work,
): Compared {
  const keys = factKeys(columns);
  const keepOld = textAnswer(work.request.answers, 'jumps') === 'keep';
  const [records, all]: [ProjectRecord[], ProjectRecord[]] = [[], []];
  const changes: ImportChange[] = [];
  const counts = { new: 0, changed: 0, unchanged: 0 };
  let jumps = 0;
  for (const { code, row } of coded) {
    const before = known.get(code);
    let facts = mergeFacts(before?.facts, row.facts, keys);
    for (const column of before ? columns : []) {
      if (!before || !isMeasure(column.field)) continue;
      const [a, b] = [before.facts.amounts[column.field], facts.amounts[column.field]];
      const times = a?.money && b?.money && a.money.currency === b.money.currency ? jumpOf(a.money.minor, b.money.minor) : undefined;
      if (times === undefined || !a) continue;
      jumps += 1;
      work.problems.add(
        'jump',
        { row: row.row, index: column.index, header: column.key, value: b?.text ?? '' },
        { times: String(times), from: a.text ?? a.money?.minor ?? '' },
      );
      if (keepOld) facts = { ...facts, amounts: { ...facts.amounts, [column.field]: a } };
    }
    if (before && before.facts.name !== facts.name && similarity(before.facts.name, facts.name) < 0.5)
      work.problems.add('name_changed', { row: row.row, value: facts.name }, { name: before.facts.name });
    const events = mergeEvents(row.stage, before, day);
    const record: ProjectRecord = { code, origin: 'own', facts: withoutHistory(facts, events.stage_events), ...events };
    all.push(record);
    if (before && isSameRecord(before, record)) {
      counts.unchanged += 1;
      continue;
    }
    records.push(record);
    counts[before ? 'changed' : 'new'] += 1;
    if (before && changes.length < limits.changes) changes.push(...changesOf(before, record).slice(0, limits.changes - changes.length));
  }
  if (jumps > 0)
    work.questions.ask('jumps', 'q_jumps', [work.questions.choice('take', 'c_take'), work.questions.choice('keep', 'c_keep')], {
      values: { count: jumps },
    });
  return { records, all, changes, counts };
}
