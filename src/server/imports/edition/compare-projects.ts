import type { ImportChange } from '#contract/imports/preview-schemas.ts';
import type { ProjectFacts, ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { readFactsHeld } from '#server/projects/history/next-timeline-store.ts';
import type { StatedProject } from '#server/projects/history/history-store.ts';
import { jumpTimes } from '#domain/targets/value-doubts.ts';
import { addedRows } from '#server/imports/rows/added-rows.ts';
import type { Coded } from './codes.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { similarity } from '#server/imports/headers/match-header.ts';
import { listFactChanges, isSameRecord, mergeFacts } from '#server/projects/history/merge-facts.ts';
import { historyWith, isNews, statementOf } from '#server/imports/rows/stage-events.ts';
import { factKeys } from '#server/projects/history/fact-keys.ts';
import { rowInSheet } from '#server/imports/structure/join-sheets.ts';
import type { Leaving } from './missing-projects.ts';
import { limits } from '#server/imports/read/limits.ts';
import { isMeasure } from '#server/imports/vocabulary/field-kinds.ts';
import { inKnownWords, withoutKnownLimit } from './keep-known-wording.ts';
import { textAnswer } from '#server/imports/answers.ts';
import type { PackedList } from '#server/imports/context/packed-list.ts';
import { PackedProjects } from '#server/imports/context/packed-projects.ts';
import type { PlannedProject } from '#server/imports/import-plan.ts';
import type { RowRecord } from '#server/imports/rows/row-record.ts';
import { ImportReplans } from './replans.ts';
import { settleStageDates } from '#server/imports/rows/stage-dates.ts';
import type { Work } from '#server/imports/context/import-context.ts';

/** Stage dates that the history of the edition holds need no second place beside the other columns. */
function withoutHistory(
  facts: ProjectFacts,
  statement: ReturnType<typeof statementOf>,
): ProjectFacts {
  if (!facts.extra) return facts;
  const { extra, ...rest } = facts;
  const held = new Set(
    historyWith([statement], []).stage_events.flatMap(({ date, by }) => (by ? [] : date)),
  );
  const left = Object.entries(extra).filter(([, text]) => !held.has(text));
  return left.length === 0 ? rest : { ...rest, extra: Object.fromEntries(left) };
}

export interface Compared {
  readonly projects: PackedProjects;
  readonly changes: readonly ImportChange[];
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
}
export interface Comparison {
  readonly rows: PackedList<RowRecord>;
  readonly columns: readonly Column[];
  readonly day: IsoDate;
  readonly known: ReadonlySet<string>;
  readonly leaving: Leaving;
  /** Told of each project as it was, and as it would be. */
  readonly onBefore: (record: ProjectRecord) => void;
  readonly onAfter: (record: ProjectRecord) => void;
}
const codesAtOnce = 200;

/**
 * Each row against the project known under its code: what is new, what changes, what stays. Slips between units are asked about.
 */
export async function compareProjects(
  coded: readonly Coded[],
  given: Comparison,
  work: Work,
): Promise<Compared> {
  const keys = factKeys(given.columns);
  const keepOld = textAnswer(work.request.answers, 'jumps') === 'keep';
  const projects = new PackedProjects(work.isKept ? work.packing : undefined);
  const changes: ImportChange[] = [];
  const counts = { new: 0, changed: 0, unchanged: 0 };
  const replans = new ImportReplans(work);
  let jumps = 0;
  const rowOf = ({ row, added }: Coded): RowRecord =>
    added === undefined
      ? given.rows.at(row.at)
      : addedRows(
          added.map((one) => given.rows.at(one.at)),
          (mixed) => work.problems.add('sum_currencies', { row: mixed.row }),
        );
  const compare = (one: Coded, known: StatedProject | undefined): void => {
    const [code, row] = [one.code, rowOf(one)];
    const held = known && readFactsHeld(known.timeline, given.day)?.facts;
    const before = known && { ...known, facts: held ?? known.timeline[0]?.facts ?? known.facts };
    const statement = withoutKnownLimit(
      statementOf(row.stage, given.day),
      known?.status_events ?? [],
    );
    const merged = inKnownWords(
      code,
      held,
      mergeFacts(held, settleStageDates(row, statement, given, work), keys),
    );
    let facts = replans.settle(held, merged);
    for (const column of before ? given.columns : []) {
      if (!before || !isMeasure(column.field)) continue;
      const [a, b] = [before.facts.amounts[column.field], facts.amounts[column.field]];
      const times =
        a?.money && b?.money && a.money.currency === b.money.currency
          ? jumpTimes(Number(a.money.minor), Number(b.money.minor))
          : undefined;
      if (times === undefined || !a) continue;
      jumps += 1;
      work.problems.add(
        'jump',
        { row: row.row, index: column.index, header: column.key, value: b?.text ?? '' },
        { times: String(Number(times.toPrecision(2))), from: a.text ?? a.money?.minor ?? '' },
      );
      if (keepOld) facts = { ...facts, amounts: { ...facts.amounts, [column.field]: a } };
    }
    if (
      before &&
      before.facts.name !== facts.name &&
      similarity(before.facts.name, facts.name) < 0.5
    )
      work.problems.add(
        'name_changed',
        { row: row.row, value: facts.name },
        { name: before.facts.name },
      );
    const said = known?.statements ?? [];
    const listed: ProjectRecord = {
      code,
      origin: 'own',
      facts: withoutHistory(facts, statement),
      ...historyWith([statement], said),
    };
    const absence = given.leaving.leftSince(listed, said);
    const record =
      absence === undefined ? listed : { ...listed, ...historyWith([statement, absence], said) };
    const left = absence === undefined ? {} : { absence };
    const planned: PlannedProject = {
      record,
      statement,
      ...left,
      source: { row: rowInSheet(work.parts, row.row), texts: row.texts },
    };
    if (before) given.onBefore(before);
    given.onAfter(record);
    if (before && isSameRecord(before, record)) {
      counts.unchanged += 1;
      if (isNews(statement, said) || absence !== undefined) projects.add(planned);
      return;
    }
    projects.add(planned);
    counts[before ? 'changed' : 'new'] += 1;
    if (before && changes.length < limits.changes)
      changes.push(...listFactChanges(before, record).slice(0, limits.changes - changes.length));
  };
  const total = coded.length;
  for (let i = 0; i < total; i += codesAtOnce) {
    const some = coded.slice(i, i + codesAtOnce);
    const asked = some.flatMap(({ code }) => (given.known.has(code) ? [code] : []));
    const found = new Map(
      asked.length === 0
        ? []
        : (await work.request.known.projects.records(asked)).map((r) => [r.code, r]),
    );
    for (const one of some) compare(one, found.get(one.code));
    if (i % 5000 === 0) await work.onProgress({ phase: 'comparing', share: i / total, rows: i });
  }
  if (jumps > 0)
    work.questions.ask(
      'jumps',
      'q_jumps',
      [work.questions.choice('take', 'c_take'), work.questions.choice('keep', 'c_keep')],
      {
        values: { count: jumps },
      },
    );
  replans.ask(given.day);
  return { projects, changes, counts };
}
