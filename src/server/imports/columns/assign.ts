import { compact } from '#domain/values/compact.ts';
import type { Measure } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { parseNumber } from '#server/imports/values/number.ts';
import { parseDate } from '#server/imports/values/date.ts';
import type { Row } from '#server/imports/read/table.ts';
import type { TableHeader } from '#server/imports/structure/table-header.ts';
import { dateFieldByStage } from '#server/imports/vocabulary/fact-fields.ts';
import { isMeasure } from '#server/imports/vocabulary/field-kinds.ts';
import type { Field } from '#server/imports/vocabulary/synonyms.ts';
import { findMissingReason, findWordKey, isTick } from '#server/imports/vocabulary/words.ts';
import { stageWords } from '#server/imports/vocabulary/words.ts';
import type { Column } from './column.ts';
import {
  asCandidate,
  identifyUnit,
  makeColumn,
  writeEvidence,
  type Choice,
  type ColumnMatch,
} from './make-column.ts';
import { createSignFinder } from './decimal-notation.ts';
import { isActualDate, proposeDateField } from './propose-date-field.ts';
import { parseUserMapping, readUserMapping, type Target } from './user-mapping.ts';
import {
  areParts,
  decideAmbiguous,
  findSynonymField,
  hasRival,
  isStages,
  isUnitColumn,
  matchBareMilestone,
  mayHold,
  measureShare,
} from './ambiguous-columns.ts';
import { isCodeLike, proposeByContent } from './content.ts';
import { isSequence, sampleColumns } from './shape.ts';
import { findSumColumns } from './sum-columns.ts';
import { findSheetUnit } from '#server/imports/structure/titles/sheet-unit.ts';
import { normaliseHeader } from '#server/imports/headers/header-text.ts';
import { matchHeader } from '#server/imports/headers/match-header.ts';

/** Name fields, each with the fields that can replace it. */
const onlyNames: readonly (readonly [Field, readonly Field[]])[] = [
  ['project_name', ['project_name', 'company_name']],
  ['investor_name', ['investor_name']],
];

/**
 * Chooses a field for each column, each field once. The order of the steps decides which column
 * wins.
 */
class ColumnAssignment {
  readonly choices = new Map<number, Choice>();
  readonly #matches: readonly ColumnMatch[];
  readonly #rows: readonly Row[];
  readonly #usedFields: Set<Field>;
  constructor(matches: readonly ColumnMatch[], rows: readonly Row[], usedFields: Iterable<Field>) {
    this.#matches = matches;
    this.#rows = rows;
    this.#usedFields = new Set(usedFields);
  }

  #take(index: number, field: Field, how: Column['how'], open = false): void {
    this.#usedFields.add(field);
    this.choices.set(index, { field, how, open });
  }
  #rest(): readonly ColumnMatch[] {
    return this.#matches.filter((m) => !this.choices.has(m.column.index));
  }

  /** The measure for which a column was taken. */
  #measureOf({ column }: ColumnMatch): Measure | undefined {
    const field = this.choices.get(column.index)?.field;
    return field !== undefined && isMeasure(field) ? field : undefined;
  }

  /** Applies the user's mapping, and ignores empty columns and running numbers. */
  takeMapped(user: ReadonlyMap<string, Target>, past: ReadonlyMap<string, Target>): void {
    for (const { column, header, data } of this.#matches) {
      const field = user.get(column.key);
      const isIgnored =
        (data.filled === 0 && header.match.kind !== 'synonym') ||
        column.key === '' ||
        (header.match.kind === 'row_number' && isSequence(data.cells));
      if (field !== undefined)
        this.choices.set(column.index, {
          ...compact({ field: field === '' || field === 'extra' ? undefined : field }),
          how: field === '' ? 'ignored' : past.get(column.key) === field ? 'remembered' : 'user',
          open: false,
        });
      else if (isIgnored) this.choices.set(column.index, { how: 'ignored', open: false });
    }
  }

  takeUnits(): void {
    for (const { column, data } of this.#rest())
      if (!this.#usedFields.has('amount_unit') && isUnitColumn(column.child, data))
        this.#take(column.index, 'amount_unit', 'synonym');
  }

  takeSynonyms(): void {
    const hasStage = this.#matches.some(
      ({ header: { match } }) => match.kind === 'synonym' && match.field === 'stage',
    );
    for (const { column, header, data } of this.#rest()) {
      const { match } = header;
      if (match.kind !== 'synonym') continue;
      const field = findSynonymField(match.field, column.child, data);
      // Phase 1 and Phase 2 are parts of a project where another column has the stages
      if (field === 'stage' && areParts(data) && this.#matches.some(({ data: d }) => isStages(d)))
        continue;
      if (field === undefined || this.#usedFields.has(field)) continue;
      // 进展 may hold a stage or a sentence
      const isStage =
        field === 'progress_text' && !this.#usedFields.has('stage') && !hasStage && isStages(data);
      const isByContent = isStage || field !== match.field;
      this.#take(column.index, isStage ? 'stage' : field, isByContent ? 'content' : 'synonym');
    }
  }

  /**
   * Takes a second column of a measure or of the same words in another unit, such as 总投资(万元) and
   * 总投资(万美元), when no row has a value in both.
   */
  takeSecondUnits(): void {
    const isFilled = ({ cells }: Row, at: number): boolean =>
      findMissingReason(String(cells[at] ?? '').trim()) === undefined;
    for (const { column, header } of this.#rest()) {
      const isLike = (other: ColumnMatch, field: Field): boolean =>
        header.match.kind === 'synonym'
          ? header.match.field === field
          : header.unit?.amount !== undefined &&
            normaliseHeader(other.header.words) === normaliseHeader(header.words);
      const first = this.#matches.find((other) => {
        const measure = this.#measureOf(other);
        return measure !== undefined && isLike(other, measure);
      });
      if (first === undefined || identifyUnit(first.header) === identifyUnit(header)) continue;
      const measure = this.#measureOf(first);
      const [a, b] = [column.index, first.column.index];
      const isApart = !this.#rows.some((row) => isFilled(row, a) && isFilled(row, b));
      if (measure !== undefined && isApart)
        this.#take(a, measure, header.match.kind === 'synonym' ? 'synonym' : 'content');
    }
  }

  /** Decides ambiguous headers by their cells, else by the likeliest field. */
  takeAmbiguous(isAnswered: boolean, day: IsoDate, evidence: () => string): void {
    const hasStages = this.#matches.some(({ data }) => isStages(data));
    for (const one of this.#rest()) {
      const { column, header, data } = one;
      const match = matchBareMilestone(header, data);
      if (match.kind !== 'ambiguous') continue;
      if (match.field !== undefined && isActualDate(match.field)) {
        const options = { usedFields: this.#usedFields, day, header: column.key, evidence };
        const { field, open } = proposeDateField(match.field, data, options);
        // a day to come proves a plan, and a column of stages says which days were reached
        const isClear = match.isMilestone === true && (field?.endsWith('_plan') || hasStages);
        if (field !== undefined)
          this.#take(column.index, field, 'content', open && !isAnswered && !isClear);
        continue;
      }
      const decision = decideAmbiguous(match, header, data);
      if (decision !== undefined && !this.#usedFields.has(decision))
        this.#take(column.index, decision, 'synonym');
      else if (match.field !== undefined && !this.#usedFields.has(match.field)) {
        const open = !isAnswered && hasRival(match.field, one, this.#matches);
        this.#take(column.index, match.field, 'content', open);
      }
    }
  }

  /**
   * Takes the first translated name as the name itself if no other column has the name. Such a file
   * names its projects in one language, or marks each name with its language.
   */
  takeOnlyNames(): void {
    for (const [name, others] of onlyNames) {
      if (others.some((field) => this.#usedFields.has(field))) continue;
      const first = this.#matches
        .toSorted((a, b) => a.column.index - b.column.index)
        .find(
          ({ column: { index } }) =>
            this.choices.get(index)?.field?.startsWith(`${name}_`) === true,
        );
      const choice = first === undefined ? undefined : this.choices.get(first.column.index);
      if (first !== undefined && choice?.how === 'synonym')
        this.#take(first.column.index, name, choice.how);
    }
  }

  /** Assigns columns by their cells; hidden columns come last. */
  takeByContent(isMoneySheet: boolean): void {
    const numeric = this.#matches.filter(
      ({ data: { cells } }) =>
        measureShare(cells, (text) => parseNumber(text).kind === 'value') > 0.8,
    );
    const sums = findSumColumns(
      this.#rows,
      numeric.map(({ column }) => column.index),
    );
    for (const isHidden of [false, true]) {
      const some = this.#rest().filter(({ column }) => (column.isHidden ?? false) === isHidden);
      const proposals = proposeByContent(
        some.map(asCandidate),
        this.#usedFields,
        this.#rows.length,
        { sums, isMoney: isMoneySheet },
      );
      for (const [index, field] of proposals) this.#take(index, field, 'content');
    }
  }

  /**
   * Takes columns that are named after stages and hold marks or dates, if there are at least two.
   */
  takeTickedStages(): void {
    const tickColumns = this.#rest().flatMap(({ column, data }) => {
      const stage = findWordKey(stageWords, column.child);
      const isStage =
        stage !== undefined &&
        measureShare(data.cells, (t) => isTick(t) || parseDate(t).kind === 'date') >= 0.9;
      return isStage ? [{ index: column.index, field: dateFieldByStage[stage] }] : [];
    });
    if (tickColumns.length < 2) return;
    for (const { index, field } of tickColumns)
      if (!this.#usedFields.has(field)) this.#take(index, field, 'content');
  }

  /** Takes headers similar to a known word, unless their cells contradict it. */
  takeSimilar(): void {
    for (const { column, header, data } of this.#rest()) {
      const { match } = header;
      if (match.kind !== 'similar' || this.#usedFields.has(match.field)) continue;
      const mayBeCodes = match.field !== 'project_id' || isCodeLike(data);
      if (mayBeCodes && mayHold(match.field, data))
        this.#take(column.index, match.field, 'similar');
    }
  }
}

interface AssignmentInput {
  readonly header: TableHeader;
  readonly rows: readonly Row[];
  readonly answers: ImportAnswers;
  /** The last day that the register can be of. */
  readonly day: IsoDate;
  /** Receives each entry of the mapping that names no column or field. */
  readonly onUnknown: (entry: string) => void;
  readonly earlierAnswers: ImportAnswers | undefined;
}

/**
 * Assigns a field to each column: by the user's mapping, then by synonyms, by the cells, and by
 * similarity of the header. Each field is assigned once.
 */
export function assignColumns({
  header,
  rows,
  answers,
  day,
  onUnknown,
  earlierAnswers,
}: AssignmentInput): Column[] {
  const keys = header.columns.map((c) => c.key);
  const user = readUserMapping(answers, keys, onUnknown);
  const past = parseUserMapping(earlierAnswers ?? {}, keys, () => undefined);
  // hidden columns come last, so that visible ones win
  const columns = header.columns.toSorted(
    (a, b) => Number(a.isHidden ?? false) - Number(b.isHidden ?? false),
  );
  const matches = sampleColumns(rows, columns).map(({ column, data }) => ({
    column,
    header: matchHeader(column.parent, column.child),
    data,
  }));
  const evidence = (): string => writeEvidence(header, matches);
  const usedFields = [...user.values()].filter((f) => f !== '' && f !== 'extra');
  const assignment = new ColumnAssignment(matches, rows, usedFields);
  assignment.takeMapped(user, past);
  assignment.takeUnits();
  assignment.takeSynonyms();
  assignment.takeSecondUnits();
  assignment.takeAmbiguous(answers.mapping !== undefined, day, evidence);
  assignment.takeOnlyNames();
  assignment.takeByContent(findSheetUnit(header.titles) !== undefined);
  assignment.takeSecondUnits();
  assignment.takeTickedStages();
  assignment.takeSimilar();
  const { choices } = assignment;
  const findSign = createSignFinder({ matches, choices, header, answers });
  return matches
    .toSorted((a, b) => a.column.index - b.column.index)
    .map((one) => makeColumn(one, choices.get(one.column.index), { findSign, evidence }));
}
