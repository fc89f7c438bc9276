import type {
  Completeness,
  FieldGroup,
  FieldQuality,
  OwnerQuality,
} from '#domain/analysis/completeness.ts';
import { projectFieldTerms } from '#domain/labels/projects/field.ts';
import type { FactField } from '#domain/projects/fields.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import { compact } from '#domain/values/compact.ts';
import { divideDecimal, toNumber } from '#domain/values/decimal.ts';
import { formatCount, formatPercent } from '#domain/values/format.ts';
import type { Text } from '#domain/values/language.ts';
import { sameWords, type Terms } from '#domain/values/term.ts';
import { analysisTerms } from './labels/index.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import type { FieldRowsInput, FieldState } from '#domain/measures/rows-input.ts';
import { stateCount, stateValue, absences, inAll } from '#domain/measures/explain/texts.ts';

/** The values of one field, or of all fields of one owner's projects. */
export interface QualitySubject {
  readonly quality: Completeness;
  readonly field?: FactField | undefined;
  /** All fields of a group, or of every group. */
  readonly fields?: FieldGroup | 'all' | undefined;
  /** '' for projects without an owner; omitted where fields are requested. */
  readonly owner?: string | undefined;
  readonly data_status: DataStatus;
  readonly sources: NonNullable<DayExplanation['sources']>;
}
export type UpdateAge = FieldRowsInput['age'] & string;

const stateTerms: Terms<FieldState> = analysisTerms.field_states;
const ageTerms: Terms<UpdateAge> = analysisTerms.update_ages;

const fieldsTerms: Terms<FieldGroup | 'all'> = analysisTerms.field_groups;

/** The number of values of the field, the fields or the owner in a state. */
function countState(subject: QualitySubject, state: FieldState): number | undefined {
  const { fields, quality } = subject;
  return fields === undefined
    ? findRow(subject)?.[state]
    : quality.fields
        .filter(({ group }) => fields === 'all' || group === fields)
        .reduce((sum, row) => sum + row[state], 0);
}

const findRow = ({
  quality,
  field,
  owner,
}: QualitySubject): FieldQuality | OwnerQuality | undefined =>
  owner === undefined
    ? quality.fields.find((row) => row.field === field)
    : quality.owners?.find((row) => (row.owner ?? '') === owner);

const rowName = ({ field = 'name', fields, owner }: QualitySubject): Text =>
  fields !== undefined
    ? fieldsTerms[fields]
    : owner === undefined
      ? (projectFieldTerms[field] ?? sameWords(field))
      : owner === ''
        ? analysisTerms.no_owner
        : sameWords(owner);

const common = (subject: QualitySubject, more?: Text) => ({
  subject: inAll((language) =>
    [rowName(subject)[language], ...(more === undefined ? [] : [more[language]])].join(' · '),
  ),
  sources: subject.sources,
  data_status: subject.data_status,
});

const rowsOf = (
  { field, fields, owner }: QualitySubject,
  more: Pick<FieldRowsInput, 'state' | 'age'>,
): FieldRowsInput => {
  const row =
    owner === undefined
      ? compact({ field, fields: fields === 'all' ? undefined : fields })
      : { owner: owner === '' ? null : owner };
  return { kind: 'field', ...row, ...more };
};

/** Explains how many projects have a field, or lack it. */
export function explainField(subject: QualitySubject, state: FieldState): DayExplanation {
  const isOfField = subject.owner === undefined && subject.fields === undefined;
  const unit = isOfField ? 'projects' : 'items';
  const count = countState(subject, state);
  return {
    ...common(subject, stateTerms[state]),
    ...stateCount(count, absences.unknown, unit),
    rows: rowsOf(subject, { state }),
  };
}

/** Explains the share of applicable values that are known. */
export function explainFieldShare(subject: QualitySubject): DayExplanation {
  const row = findRow(subject);
  const rows = rowsOf(subject, { state: 'filled' });
  if (row === undefined || row.applicable === 0)
    return { ...common(subject), absent: absences.unknown, rows };
  const value = divideDecimal(String(row.filled), String(row.applicable), 6);
  const text = inAll((language) => formatPercent(toNumber(value), language, 1));
  return {
    ...common(subject),
    text,
    exact: [{ value, unit: 'ratio' }],
    filled: inAll(
      (language) =>
        `${formatCount(row.filled, language)} ÷ ${formatCount(row.applicable, language)} = ${text[language]}`,
    ),
    rows,
  };
}

/** Explains how many projects were last updated within an age class. */
export function explainAge(subject: QualitySubject, age: UpdateAge): DayExplanation {
  const count = findRow(subject)?.ages[age];
  return {
    ...common(subject, ageTerms[age]),
    ...stateCount(count, absences.unknown),
    rows: rowsOf(subject, { state: subject.owner === undefined ? 'filled' : 'any', age }),
  };
}

/** Explains the days since the oldest update. */
export function explainOldest(subject: QualitySubject): DayExplanation {
  const days = findRow(subject)?.oldest_days;
  return {
    ...common(subject),
    ...stateValue(days === undefined ? undefined : String(days), 'days', absences.unknown),
    rows: rowsOf(subject, { state: subject.owner === undefined ? 'filled' : 'any' }),
  };
}

/** Explains how many projects an owner has. */
export function explainOwned(subject: QualitySubject): DayExplanation {
  const row = findRow(subject);
  const count = row !== undefined && 'projects' in row ? row.projects : undefined;
  return {
    ...common(subject),
    ...stateCount(count, absences.unknown),
    rows: rowsOf(subject, { state: 'any' }),
  };
}
