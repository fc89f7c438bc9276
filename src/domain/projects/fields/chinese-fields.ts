import { readField, type FactField } from '#domain/projects/fields.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';

/** Codes of Chinese authorities and the Chinese unit of land, which projects abroad do not have. */
const chineseFields: ReadonlySet<string> = new Set<FactField>([
  'national_code',
  'uscc',
  'gb4754',
  'land_mu',
]);

/**
 * Whether a form asks for a field of a project: a field of China only there, or where the project
 * has a value.
 * @param abroad - whether the zone is outside China
 */
export const isOffered = (field: FactField, facts: ProjectFacts, abroad: boolean): boolean =>
  isApplicable(field, abroad) || readField(facts, field) !== undefined;

/** Whether projects of a zone have a field. @param abroad - whether the zone is outside China */
export const isApplicable = (field: string, abroad: boolean): boolean =>
  !abroad || !chineseFields.has(field);
