import { compact } from '#domain/values/compact.ts';
import type { ImportChange } from '#contract/imports/preview-schemas.ts';
import type { ProjectFacts, ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { readFactsHeld } from '#server/projects/history/next-timeline-store.ts';
import type { StatedProject } from '#server/projects/history/history-store.ts';
import { jumpTimes, writeTimes } from '#domain/targets/value-doubts.ts';
import { addRows } from '#server/imports/rows/added-rows.ts';
import type { CodedRow } from './codes.ts';
import type { Column } from '#server/imports/columns/column.ts';
import { measureSimilarity } from '#server/imports/headers/similarity.ts';
import { listFactChanges, isSameRecord, mergeFacts } from '#server/projects/history/merge-facts.ts';
import { extendHistory, isNews, createStatement } from '#server/imports/rows/stage-events.ts';
import { factKeys } from '#server/projects/history/fact-keys.ts';
import { findSheetRow } from '#server/imports/structure/join-sheets.ts';
import type { MissingProjects } from './missing-projects.ts';
import { limits } from '#server/imports/read/limits.ts';
import { isMeasure } from '#server/imports/vocabulary/field-kinds.ts';
import { keepKnownWording, dropKnownLimit } from './keep-known-wording.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { LazyList } from '#server/imports/packing/lazy-list.ts';
import type { TextSet } from '#server/imports/packing/text-set.ts';
import type { PackedList } from '#server/imports/packing/packed-list.ts';
import { PackedProjects } from '#server/imports/context/packed-projects.ts';
import type { PlannedProject } from '#server/imports/import-plan.ts';
import type { RowRecord } from '#server/imports/rows/row-record.ts';
import { ImportReplans } from './replans.ts';
import { ImportSignings } from './signings.ts';
import { settleStageDates } from '#server/imports/rows/stage-dates.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/** Removes stage dates from the other columns if the edition's history already holds them. */
function dropHistory(
  facts: ProjectFacts,
  statement: ReturnType<typeof createStatement>,
): ProjectFacts {
  if (!facts.extra) return facts;
  const { extra, ...rest } = facts;
  const { dates, years = [] } = statement;
  const knownDates = new Set([
    ...extendHistory([statement], []).stage_events.flatMap(({ date, by }) => (by ? [] : date)),
    ...years.map((stage) => dates[stage]),
  ]);
  const otherTexts = Object.entries(extra).filter(([, text]) => !knownDates.has(text));
  return otherTexts.length === 0 ? rest : { ...rest, extra: Object.fromEntries(otherTexts) };
}

export interface ProjectComparison {
  readonly projects: PackedProjects;
  readonly changes: readonly ImportChange[];
  readonly hasMoreChanges: boolean;
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
}
export interface Comparison {
  readonly rows: PackedList<RowRecord>;
  readonly columns: readonly Column[];
  readonly day: IsoDate;
  readonly knownCodes: Pick<TextSet, 'has'>;
  readonly missing: MissingProjects;
  /** Receives each known project before the import. `onAfter` receives each project after it. */
  readonly onBefore: (record: ProjectRecord) => void;
  /** Receives each known project of the file once, as the register has it. */
  readonly onListed: (record: ProjectRecord) => void;
  readonly onAfter: (record: ProjectRecord) => void;
}
const codesAtOnce = 200;

/** Compares the rows one by one and collects what the import changes. */
class ProjectComparer {
  readonly projects: PackedProjects;
  readonly changes: ImportChange[] = [];
  /** Whether more values change than are listed. */
  hasMoreChanges = false;
  readonly counts = { new: 0, changed: 0, unchanged: 0 };
  readonly replans: ImportReplans;
  readonly signings: ImportSignings;
  jumps = 0;
  readonly #input: Comparison;
  readonly #context: ImportContext;
  readonly #keys: ReadonlySet<string>;
  readonly #keepsOld: boolean;
  constructor(input: Comparison, context: ImportContext) {
    this.#input = input;
    this.#context = context;
    this.#keys = factKeys(input.columns);
    this.#keepsOld = readTextAnswer(context.request.answers, 'jumps') === 'keep';
    this.projects = new PackedProjects(context.isKept ? context.packing : undefined);
    this.replans = new ImportReplans(context);
    this.signings = new ImportSignings(context);
  }

  #rowOf({ row, added }: CodedRow): RowRecord {
    const { rows } = this.#input;
    if (added === undefined) return rows.at(row.at);
    return addRows(
      added.map((one) => rows.at(one.at)),
      ({ row: at }, conflict) => this.#context.problems.add(conflict, { row: at }),
    );
  }

  /**
   * Reports amounts that jump as if by a wrong unit.
   * @returns the facts, with the known amounts if the answer keeps them
   */
  #checkJumps(before: ProjectFacts, facts: ProjectFacts, row: number): ProjectFacts {
    let checkedFacts = facts;
    for (const { field, index, key } of this.#input.columns) {
      if (!isMeasure(field)) continue;
      const [a, b] = [before.amounts[field], checkedFacts.amounts[field]];
      const times =
        a?.money && b?.money && a.money.currency === b.money.currency
          ? jumpTimes(Number(a.money.minor), Number(b.money.minor))
          : undefined;
      if (times === undefined || !a) continue;
      this.jumps += 1;
      this.#context.problems.add(
        'jump',
        { row, index, header: key, value: b?.text ?? '' },
        { times: writeTimes(times), from: a.text ?? a.money?.minor ?? '' },
      );
      if (this.#keepsOld)
        checkedFacts = { ...checkedFacts, amounts: { ...checkedFacts.amounts, [field]: a } };
    }
    return checkedFacts;
  }

  /** Settles the signing of a row by its agreement, or by the one that the register holds. */
  #settleSigning(code: string, row: RowRecord, earlierFacts?: ProjectFacts): RowRecord {
    const { agreement_type } = mergeFacts(earlierFacts, row.facts, this.#keys);
    const stage = this.signings.settle(code, row.stage, agreement_type, this.#input.day);
    return { ...row, stage };
  }

  #checkName(before: ProjectFacts, { name }: ProjectFacts, row: number): void {
    if (before.name !== name && measureSimilarity(before.name, name) < 0.5)
      this.#context.problems.add('name_changed', { row, value: name }, { name: before.name });
  }

  compare(one: CodedRow, statedProject: StatedProject | undefined): void {
    const { day, missing } = this.#input;
    const [code, statedRow] = [one.code, this.#rowOf(one)];
    const earlierFacts = statedProject && readFactsHeld(statedProject.timeline, day)?.facts;
    const before = statedProject && {
      ...statedProject,
      facts: earlierFacts ?? statedProject.timeline[0]?.facts ?? statedProject.facts,
    };
    const row = this.#settleSigning(code, statedRow, earlierFacts);
    const statement = dropKnownLimit(
      createStatement(row.stage, day),
      statedProject?.status_events ?? [],
    );
    const settledRow = settleStageDates(row, statement, this.#input, this.#context);
    const mergedFacts = keepKnownWording(
      code,
      earlierFacts,
      mergeFacts(earlierFacts, settledRow, this.#keys),
    );
    const planned = this.replans.settle(earlierFacts, mergedFacts);
    const facts = before ? this.#checkJumps(before.facts, planned, row.row) : planned;
    if (before) this.#checkName(before.facts, facts, row.row);
    const statements = statedProject?.statements ?? [];
    const newRecord: ProjectRecord = {
      code,
      origin: 'own',
      facts: dropHistory(facts, statement),
      ...extendHistory([statement], statements),
    };
    const absence = missing.findLaterAbsence(newRecord, statements);
    const record =
      absence === undefined
        ? newRecord
        : { ...newRecord, ...extendHistory([statement, absence], statements) };
    const hasNews = isNews(statement, statements) || absence !== undefined;
    const source = { row: findSheetRow(this.#context.parts, row.row), texts: row.texts };
    this.#add(before, { record, statement, ...compact({ absence }), source }, hasNews);
  }

  #add(before: ProjectRecord | undefined, planned: PlannedProject, hasNews: boolean): void {
    const { record } = planned;
    if (before) this.#input.onBefore(before);
    this.#input.onAfter(record);
    const isSame = before !== undefined && isSameRecord(before, record);
    if (!isSame || hasNews) this.projects.add(planned);
    this.counts[isSame ? 'unchanged' : before ? 'changed' : 'new'] += 1;
    if (before && !isSame && !this.hasMoreChanges) this.#list(listFactChanges(before, record));
  }

  #list(changes: readonly ImportChange[]): void {
    const room = limits.changes - this.changes.length;
    this.changes.push(...changes.slice(0, room));
    this.hasMoreChanges = changes.length > room;
  }

  /** Asks about the jumps, the signings and the changed plans. */
  ask(): void {
    const { questions } = this.#context;
    if (this.jumps > 0)
      questions.ask(
        'jumps',
        'q_jumps',
        [questions.choice('take', 'c_take'), questions.choice('keep', 'c_keep')],
        { values: { count: this.jumps } },
      );
    this.signings.ask();
    this.replans.ask(this.#input.day);
  }
}

/**
 * Finds the first packed row that each project or one after it needs, so that the rows before it
 * can be freed.
 */
function findFirstNeeded(codedRows: LazyList<CodedRow>): Uint32Array {
  const needed = new Uint32Array(codedRows.length);
  let first = 2 ** 32 - 1;
  for (let i = codedRows.length - 1; i >= 0; i -= 1) {
    const { row, added = [] } = codedRows.at(i);
    first = added.reduce((least, { at }) => Math.min(least, at), Math.min(first, row.at));
    needed[i] = first;
  }
  return needed;
}

/**
 * Compares each row with the known project of the same code, and asks about amounts that jump.
 * Frees the rows.
 */
export async function compareProjects(
  codedRows: LazyList<CodedRow>,
  input: Comparison,
  context: ImportContext,
): Promise<ProjectComparison> {
  const comparer = new ProjectComparer(input, context);
  const total = codedRows.length;
  const needed = findFirstNeeded(codedRows);
  for (let i = 0; i < total; i += codesAtOnce) {
    const some = codedRows.slice(i, i + codesAtOnce);
    input.rows.releaseBefore(needed[i] ?? 0);
    const codes = some.flatMap(({ code }) => (input.knownCodes.has(code) ? [code] : []));
    const records =
      codes.length === 0 ? [] : await context.request.register.projects.records(codes);
    const byCode = new Map(records.map((r) => [r.code, r]));
    for (const record of records) input.onListed(record);
    for (const one of some) comparer.compare(one, byCode.get(one.code));
    if (i % 5000 === 0) await context.onProgress({ phase: 'comparing', share: i / total, rows: i });
  }
  comparer.ask();
  const { projects, changes, hasMoreChanges, counts } = comparer;
  return { projects, changes, hasMoreChanges, counts };
}
