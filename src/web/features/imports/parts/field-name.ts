import type { Language } from '#domain/values/language.ts';
import {
  measureTerms,
  milestoneDateTerms,
  milestoneTerms,
  projectFieldTerms,
  stageTerms,
  type Terms,
} from '#domain/labels/index.ts';

const aliases: Readonly<Record<string, string>> = {
  project_id: 'code',
  project_name: 'name',
  project_code: 'national_code',
  investor_name: 'investor',
  company_name: 'company',
};
const milestones: Readonly<Record<string, keyof typeof milestoneTerms>> = {
  start: 'start',
  completion: 'completion',
  op: 'operation',
  operation: 'operation',
  full: 'full_capacity',
  full_capacity: 'full_capacity',
};
const dates: Readonly<Record<string, keyof typeof milestoneDateTerms>> = {
  base: 'baseline',
  baseline: 'baseline',
  plan: 'plan',
  actual: 'actual',
};
const stageDates: Readonly<Record<string, keyof typeof stageTerms>> = {
  first_contact_date: 'lead',
  negotiation_date: 'negotiation',
  signed_date: 'signed',
  registered_date: 'registered',
};
const word = (terms: Terms, id: string | undefined, language: Language): string | undefined =>
  id !== undefined && Object.hasOwn(terms, id) ? terms[id]?.[language] : undefined;

/** Names a field of the importer. */
export function fieldName(field: string, language: Language): string {
  const [, of, which] = /^(.*)_(base|baseline|plan|actual)$/.exec(field) ?? [];
  const milestone =
    of === undefined || which === undefined
      ? undefined
      : [
          word(milestoneTerms, milestones[of], language),
          word(milestoneDateTerms, dates[which], language),
        ];
  const milestoneName =
    milestone?.every((part) => part !== undefined) === true ? milestone.join(' · ') : undefined;
  return (
    word(measureTerms, field, language) ??
    word(projectFieldTerms, aliases[field] ?? field, language) ??
    word(stageTerms, stageDates[field], language) ??
    milestoneName ??
    field
  );
}
