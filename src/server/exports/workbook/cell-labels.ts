import type { Language, Text } from '#domain/values/language.ts';
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
import { outlookPartTerms } from '#server/exports/tables/outlook-labels.ts';
import { outlookRefusalTerms } from '#domain/labels/targets/outlook-refusal.ts';
import { authorTerms } from '#domain/labels/general/author.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import { countryName } from '#domain/values/country-names.ts';
import { currencyName } from '#domain/values/currency/currency-names.ts';
import { isCurrency } from '#domain/values/money.ts';
import { replanText } from '#domain/labels/projects/replanned-date.ts';
import { milestoneTypes } from '#domain/projects/project.ts';
import { daysBetween } from '#domain/values/date.ts';
import {
  comparatorTerms,
  cumulationTerms,
  dateBasisTerms,
  decisionSubjectTerms,
  eventKindTerms,
  issueStateTerms,
  planStepTerms,
  splitTerms,
  yesNo,
} from './labels.ts';
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
      .join(language === 'en' ? ', ' : '、');

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

/** The terms of columns whose ids are the same in every zone. */
const fixedTerms: Readonly<Record<string, Terms>> = {
  status: statusTerms,
  from_status: statusTerms,
  to_status: statusTerms,
  site_mode: siteModeTerms,
  prefecture: prefectureTerms,
  data_status: dataStatusTerms,
  missing: missingTerms,
  agreement_type: agreementTerms,
  reason_code: reasonTerms,
  status_reason_code: reasonTerms,
  light: { ...lightTerms, ...statusTerms },
  computed_status: lightTerms,
  declared_status: lightTerms,
  declared_by: authorTerms,
  issue_state: issueStateTerms,
  severity: severityTerms,
  is_registered: yesNo,
  is_started: yesNo,
  is_operating: yesNo,
  value_status: { ...dataStatusTerms, ...missingTerms },
  comparator: comparatorTerms,
  cumulation: cumulationTerms,
  moved_back: yesNo,
  subject: decisionSubjectTerms,
  date_by: yesNo,
  date_basis: dateBasisTerms,
  kind: eventKindTerms,
  verdict: verdictTerms,
  plan_path: planPathTerms,
  plan_start_from: baselineKindTerms,
  plan_steps: planStepTerms,
  split_by: splitTerms,
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
    value: { ...stages, ...statusTerms },
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
