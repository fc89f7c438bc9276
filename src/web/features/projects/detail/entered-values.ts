import type { ProjectVersion } from '#contract/projects/edits.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { factFields, fieldOf, sameValue, type FieldValue } from '#domain/projects/fields.ts';

/** A value that a person typed: who, when and why stand in the version that set it. */
export interface EnteredValue {
  readonly field: string;
  readonly value: FieldValue;
  readonly version: ProjectVersion;
}
const typedKinds: ReadonlySet<string> = new Set(['project', 'project_stage', 'project_status']);
/** The day of the last update follows each edit by itself. */
const fields = [
  'stage',
  'status',
  ...factFields.filter((field) => field !== 'last_update'),
] as const;
const shownValue = (
  project: ProjectDetail,
  field: (typeof fields)[number],
): FieldValue | undefined =>
  field === 'stage' || field === 'status' ? project[field] : fieldOf(project, field);

/** The shown values that were typed in a page, by field; versions come newest first. An undo enters nothing: what it brought back was set before. */
export const enteredValues = (
  project: ProjectDetail,
  versions: readonly ProjectVersion[],
): EnteredValue[] =>
  fields.flatMap((field) => {
    const value = shownValue(project, field);
    const version =
      value === undefined
        ? undefined
        : versions.find(
            ({ kind, changes }) =>
              kind !== 'undo' &&
              changes.some((change) => change.field === field && sameValue(change.to, value)),
          );
    return value === undefined || version === undefined || !typedKinds.has(version.kind)
      ? []
      : [{ field, value, version }];
  });
