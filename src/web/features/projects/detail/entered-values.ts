import type { ProjectVersion } from '#contract/projects/edit-schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { factFields, readField, sameValue, type FieldValue } from '#domain/projects/fields.ts';

/** A value that a person entered, with the version that set it. */
export interface EnteredValue {
  readonly field: string;
  readonly value: FieldValue;
  readonly version: ProjectVersion;
}
const typedKinds: ReadonlySet<string> = new Set(['project', 'project_stage', 'project_status']);
/** Each edit sets `last_update` by itself. */
const fields = [
  'stage',
  'status',
  ...factFields.filter((field) => field !== 'last_update'),
] as const;
const currentValue = (
  project: ProjectDetail,
  field: (typeof fields)[number],
): FieldValue | undefined =>
  field === 'stage' || field === 'status' ? project[field] : readField(project, field);

/**
 * Returns the current values that were entered by hand rather than imported. An undo enters
 * nothing: it restores a value that was set before.
 *
 * @param versions - newest first
 */
export const enteredValues = (
  project: ProjectDetail,
  versions: readonly ProjectVersion[],
): EnteredValue[] =>
  fields.flatMap((field) => {
    const value = currentValue(project, field);
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
