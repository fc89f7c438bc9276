import type { Language, Text } from '#domain/values/language.ts';
import {
  agreementTerms,
  dataStatusTerms,
  missingTerms,
  moveTerms,
  prefectureTerms,
  qualifierTerms,
  reasonTerms,
  siteModeTerms,
  statusTerms,
  zoneStageTerms,
  term,
  type Terms,
} from '#domain/labels/index.ts';
import { outlookPartTerms } from '#server/exports/tables/outlook-labels.ts';
import { outlookRefusalTerms } from '#domain/labels/targets/outlook-refusal.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import { cumulationTerms, decisionSubjectTerms, issueStateTerms, yesNo } from './labels.ts';
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

/** Makes the translator for the ids of the domain and of the zone. */
export function makeTranslator(profile: ZoneProfile, language: Language): Translate {
  const indicators = toTerms(profile.indicators);
  const stages = zoneStageTerms(profile.stage_words);
  const byColumn: Readonly<Record<string, Terms>> = {
    stage: stages,
    from_stage: stages,
    to_stage: stages,
    status: statusTerms,
    from_status: statusTerms,
    to_status: statusTerms,
    value: { ...stages, ...statusTerms },
    site_mode: siteModeTerms,
    prefecture: prefectureTerms,
    industry: toTerms(profile.industries),
    zone: toTerms(profile.function_zones),
    data_status: dataStatusTerms,
    missing: missingTerms,
    agreement_type: agreementTerms,
    reason_code: reasonTerms,
    status_reason_code: reasonTerms,
    light: { ...lightTerms, ...statusTerms },
    issue_state: issueStateTerms,
    severity: severityTerms,
    is_registered: yesNo,
    is_started: yesNo,
    is_operating: yesNo,
    value_status: { ...dataStatusTerms, ...missingTerms },
    indicator: indicators,
    cumulation: cumulationTerms,
    moved_back: yesNo,
    subject: decisionSubjectTerms,
    outlook_part: outlookPartTerms,
    refused: outlookRefusalTerms,
  };
  const moves = translateMoves(language);
  return (column, value) => {
    if (column === 'moves') return moves(value);
    const table = byColumn[column] ?? (column.endsWith('_status') ? amountStatus : undefined);
    return table === undefined ? value : term(table, value, language);
  };
}
