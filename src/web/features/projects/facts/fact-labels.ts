import { compact } from '#domain/values/compact.ts';
import { eventDayText } from '#domain/labels/projects/event-day.ts';
import { formatDate, formatNumber } from '#domain/values/format.ts';
import { listMark, type Language } from '#domain/values/language.ts';
import { isIsoDate } from '#domain/values/date.ts';
import type { FieldValue } from '#domain/projects/fields.ts';
import {
  agreementTerms,
  dataStatusTerms,
  issueFieldTerms,
  measureTerms,
  milestoneDateTerms,
  milestoneTerms,
  projectFieldTerms,
  reasonTerms,
  severityTerms,
  siteModeTerms,
  stageWord,
  statusTerms,
  term,
} from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { makeTranslate } from '#web/i18n/text.ts';
import { countryName } from '#domain/values/country-names.ts';
import { amountText, findEntryName, prefectureName } from './project-labels.ts';

const ownWords = [
  'status_date',
  'status_reason',
  'status_reason_code',
  'stage_reason',
  'stage_reason_code',
] as const;
const isOwnWord = (field: string): field is (typeof ownWords)[number] =>
  ownWords.some((word) => word === field);

/** Names a field of a change. */
export function fieldLabel(field: string, language: Language, profile?: ZoneProfile): string {
  const words = profile?.stage_words;
  const [group, name = '', date = ''] = field.split('.');
  if (isOwnWord(field)) return makeTranslate(projectLabels, language)(field);
  if (group === 'amounts') return term(measureTerms, name, language);
  if (group === 'milestones')
    return `${term(milestoneTerms, name, language)} · ${term(milestoneDateTerms, date, language)}`;
  if (group === 'stage_events') return stageWord(words, name, language);
  if (group === 'issue') return term(issueFieldTerms, name, language);
  if (group === 'evidence' || group === 'withdrawn') {
    const of =
      name === 'milestone'
        ? term(milestoneTerms, date, language)
        : stageWord(words, date, language);
    return `${makeTranslate(projectLabels, language)(group)} · ${of}`;
  }
  if (group === 'extra') return field.slice('extra.'.length);
  return term(projectFieldTerms, field, language);
}

const tables = {
  status: statusTerms,
  site_mode: siteModeTerms,
  agreement_type: agreementTerms,
  data_status: dataStatusTerms,
  status_reason_code: reasonTerms,
  stage_reason_code: reasonTerms,
  'issue.severity': severityTerms,
} as const;
/** Writes the day of a stage. A change records it with `≤` when only an edition dates it. */
function stageDayText(entry: string, language: Language): string {
  const by = entry.startsWith('≤ ');
  const date = by ? entry.slice(2) : entry;
  return isIsoDate(date)
    ? eventDayText({ date, ...compact({ by: by ? by : undefined }) }, language)
    : entry;
}
/** Writes the value of a field in the page's language. */
export function valueText(
  field: string,
  value: FieldValue | undefined,
  language: Language,
  profile: ZoneProfile | undefined,
): string {
  if (value === undefined) return makeTranslate(projectLabels, language)('none');
  if (typeof value === 'object') return amountText(value, language);
  if (typeof value === 'number') return formatNumber(value, language);
  if (field === 'stage') return stageWord(profile?.stage_words, value, language);
  if (Object.hasOwn(tables, field))
    return term(tables[field as keyof typeof tables], value, language);
  if (field === 'industry') return findEntryName(profile?.industries, value, language) ?? value;
  if (field === 'zone') return findEntryName(profile?.function_zones, value, language) ?? value;
  if (field === 'country') return countryName(value, language) ?? value;
  if (field === 'prefecture') return prefectureName(value, language) ?? value;
  if (field.startsWith('stage_events.'))
    return value
      .split(', ')
      .map((day) => stageDayText(day, language))
      .join(listMark(language));
  return isIsoDate(value) ? formatDate(value, language, 'long') : value;
}
