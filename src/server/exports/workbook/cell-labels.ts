import { listMark, type Language, type Text } from '#domain/values/language.ts';
import {
  agreementTerms,
  baselineKindTerms,
  dataStatusTerms,
  missingTerms,
  moveTerms,
  planPathTerms,
  prefectureTerms,
  qualifierTerms,
  reasonTerms,
  siteModeTerms,
  statusTerms,
  verdictTerms,
  zoneStageTerms,
  term,
  type Terms,
} from '#domain/labels/index.ts';
import { outlookPartTerms } from '#server/exports/tables/labels/index.ts';
import { outlookRefusalTerms } from '#domain/labels/targets/outlook-refusal.ts';
import { authorTerms } from '#domain/labels/general/author.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import { countryName } from '#domain/values/country-names.ts';
import { currencyName } from '#domain/values/currency/currency-names.ts';
import { isCurrency } from '#domain/values/money.ts';
import { replanText } from '#domain/labels/projects/replanned-date.ts';
import { milestoneTypes } from '#domain/projects/project.ts';
import { daysBetween } from '#domain/values/date.ts';
import { cellTerms } from './labels/index.ts';
import { addComparator } from '#domain/targets/format-target.ts';
import { inAll } from '#domain/measures/explain/texts.ts';
import type { Comparator } from '#domain/zone/indicator.ts';
import { severityTerms } from '#domain/labels/projects/issue.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

/** Translates an id in a column to the reader's language. Other texts stay. */
export type Translate = (column: string, value: string) => string;

const toTerms = (entries: readonly { readonly id: string; readonly name: Text }[]): Terms =>
  Object.fromEntries(entries.map(({ id, name }) => [id, name]));
const amountStatus: Terms = { ...qualifierTerms, ...missingTerms };
const translateMoves =
  (language: Language) =>
  (value: string): string =>
    value
      .split(' ')
      .map((kind) => term(moveTerms, kind, language))
      .join(listMark(language));

/** Writes the moved planned dates of a cell: milestone, former date and new date of each. */
const translateReplans = (value: string, language: Language): string =>
  value
    .split('; ')
    .map((one) => {
      const [id, from = '', to] = one.split(' ');
      const type = milestoneTypes.find((one) => one === id);
      if (type === undefined) return one;
      return replanText(
        to === undefined ? { type, from } : { type, from, to, days: daysBetween(from, to) },
        language,
      );
    })
    .join(language === 'en' ? '; ' : '；');

/** Names a condition by the words beside the number of a target. */
const nameComparator = (comparator: Comparator) =>
  inAll((language) => addComparator(comparator, '', language).trim());
/** The conditions of targets; a target in words has no number. */
const comparatorTerms: Terms<Comparator> = {
  '>': nameComparator('>'),
  '>=': nameComparator('>='),
  '<': nameComparator('<'),
  '<=': nameComparator('<='),
  '=': cellTerms.comparator.exactly,
  qualitative: cellTerms.comparator.qualitative,
};

/** The terms of columns whose ids are the same in every zone. */
const fixedTerms: Readonly<Record<string, Terms>> = {
  status: statusTerms,
  from_status: statusTerms,
  to_status: statusTerms,
  site_mode: siteModeTerms,
  prefecture: prefectureTerms,
  data_status: dataStatusTerms,
  target_data_status: dataStatusTerms,
  missing_reason: missingTerms,
  agreement_type: agreementTerms,
  reason_code: reasonTerms,
  status_reason_code: reasonTerms,
  light: { ...lightTerms, ...statusTerms },
  computed_status: lightTerms,
  declared_status: lightTerms,
  declared_by: authorTerms,
  issue_state: cellTerms.issue_state,
  severity: severityTerms,
  is_registered: cellTerms.yes_no,
  is_started: cellTerms.yes_no,
  is_operating: cellTerms.yes_no,
  value_status: { ...dataStatusTerms, ...missingTerms },
  comparator: comparatorTerms,
  cumulation: cellTerms.cumulation,
  moved_back: cellTerms.yes_no,
  subject: cellTerms.decision_subject,
  date_by: cellTerms.yes_no,
  date_basis: cellTerms.date_basis,
  event_kind: cellTerms.event_kind,
  verdict: verdictTerms,
  plan_path: planPathTerms,
  plan_start_from: baselineKindTerms,
  plan_steps: cellTerms.plan_steps,
  split_by: cellTerms.split_by,
  outlook_part: outlookPartTerms,
  refused: outlookRefusalTerms,
};

/** Makes the translator for the ids of the domain and of the zone. */
export function makeTranslator(profile: ZoneProfile, language: Language): Translate {
  const indicators = toTerms(profile.indicators);
  const stages = zoneStageTerms(profile.stage_words);
  const sources = toTerms(profile.sources.map(({ id, title }) => ({ id, name: title })));
  const byColumn: Readonly<Record<string, Terms>> = {
    ...fixedTerms,
    stage: stages,
    from_stage: stages,
    to_stage: stages,
    event_value: { ...stages, ...statusTerms },
    industry: toTerms(profile.industries),
    zone: toTerms(profile.function_zones),
    indicator: indicators,
    source: sources,
  };
  const moves = translateMoves(language);
  return (column, value) => {
    if (column === 'moves') return moves(value);
    if (column === 'replans') return translateReplans(value, language);
    if (column === 'country') return countryName(value, language) ?? value;
    if (column.endsWith('currency') && isCurrency(value)) return currencyName(value, language);
    const table = byColumn[column] ?? (column.endsWith('_status') ? amountStatus : undefined);
    return table === undefined ? value : term(table, value, language);
  };
}
