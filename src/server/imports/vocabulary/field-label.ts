import type { Language } from '#domain/values/language.ts';
import { isApplicable } from '#domain/projects/fields/chinese-fields.ts';
import {
  measureTerms,
  milestoneDateTerms,
  milestoneTerms,
  projectFieldTerms,
  term,
} from '#domain/labels/index.ts';
import { nameKey } from './name-fields.ts';
import { type fields, synonymData } from './synonyms.ts';

type Field = (typeof fields)[number];

/** Fields whose id differs from that of their project fact. */
const factOf: Readonly<Partial<Record<Field, string>>> = {
  project_id: 'code',
  project_name: 'name',
  project_code: 'national_code',
  investor_name: 'investor',
  company_name: 'company',
};
const milestoneOf = {
  start: 'start',
  completion: 'completion',
  op: 'operation',
  full: 'full_capacity',
} as const;
const dateOf = { base: 'baseline', plan: 'plan', actual: 'actual' } as const;

/** Labels a field such as `op_plan` by its milestone and kind of date. */
function milestoneLabel(field: Field, language: Language): string | undefined {
  const [name = '', kind = ''] = field.split('_');
  if (!Object.hasOwn(milestoneOf, name) || !Object.hasOwn(dateOf, kind)) return undefined;
  const milestone = milestoneTerms[milestoneOf[name as keyof typeof milestoneOf]][language];
  return `${milestone} · ${milestoneDateTerms[dateOf[kind as keyof typeof dateOf]][language]}`;
}

/** The project fact that a field fills. */
const findFact = (field: Field): string => factOf[field] ?? nameKey(field) ?? field;

/**
 * Whether a column of a zone's register can hold a field.
 * @param abroad - whether the zone is outside China
 */
export const isFieldOfZone = (field: Field, abroad: boolean): boolean =>
  isApplicable(findFact(field), abroad);

/**
 * Names a field that a column can hold.
 * @param field - the id of the field, such as `total_investment` or `op_plan`
 * @returns the term of pages and files, else the first synonym of the language
 */
export function fieldLabel(field: Field, language: Language): string {
  const milestone = milestoneLabel(field, language);
  if (milestone !== undefined) return milestone;
  const fact = findFact(field);
  const label = term(projectFieldTerms, fact, language);
  if (label !== fact) return label;
  const measure = term(measureTerms, field, language);
  if (measure !== field) return measure;
  const [zh, ja, en] = synonymData[field];
  return { 'zh-CN': zh, ja, en }[language].split('；')[0] ?? field;
}
