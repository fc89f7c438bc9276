import type { ActionList } from '#domain/projects/actions.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { compact } from '#domain/values/compact.ts';
import type { Amount, ProjectDetail } from '#domain/projects/project.ts';

/**
 * Whether everyone with access to the zone sees a field of a project. Contacts, notes, typed texts
 * and the file of origin need a further right. Every field must be decided, also a new one.
 */
const visibleFields: Readonly<Record<keyof ProjectDetail, boolean>> = {
  code: true,
  origin: true,
  stage: true,
  stage_since: true,
  stage_by: true,
  stage_word: true,
  status: true,
  status_date: true,
  status_reason: false,
  status_reason_code: true,
  revision: true,
  stage_events: true,
  status_events: true,
  imported_from: false,
  imported: true,
  name: true,
  names: true,
  investor: true,
  investor_names: true,
  company: true,
  national_code: true,
  uscc: true,
  country: true,
  prefecture: true,
  industry: true,
  gb4754: true,
  zone: true,
  site_mode: true,
  agreement_type: true,
  source_channel: false,
  extended_project: true,
  extended: true,
  extensions: true,
  amounts: true,
  foreign_percent: true,
  land_mu: true,
  floor_area_m2: true,
  jobs_plan: true,
  jobs_actual: true,
  milestones: true,
  progress_text: false,
  next_step: false,
  issue_text: false,
  owner: false,
  unit: false,
  remark: false,
  last_update: true,
  data_status: true,
  extra: false,
};

/** Reduces an undisclosed amount to that fact, since its cell may hold more. */
const withoutNote = (amount: Amount): Amount =>
  amount.missing === undefined ? amount : { missing: amount.missing };
const withoutReason = <E extends { readonly reason?: string }>({
  reason: _,
  ...event
}: E): Omit<E, 'reason'> => event;

/** Removes decisions and notes, and the declared status, from a target. */
export const removeTargetNotes = ({
  marks: _,
  declared: _declared,
  ...row
}: TargetRow): TargetRow => row;

/** Removes the owners of what needs action, and what people decided or declared on targets. */
export const removeOwners = <
  V extends { readonly actions?: ActionList; readonly targets?: readonly TargetRow[] },
>(
  view: V,
): V => ({
  ...view,
  ...compact({
    targets: view.targets?.map(removeTargetNotes),
    actions:
      view.actions === undefined
        ? undefined
        : {
            ...view.actions,
            items: view.actions.items.map(({ owner: _, ...action }) => action),
          },
  }),
});

/** Removes notes, contacts and the texts of undisclosed amounts from a project. */
export function removeNotes<P extends Partial<ProjectDetail>>(project: P): P {
  const visible = Object.fromEntries(
    Object.entries(project).filter(
      ([key]) => (visibleFields as Readonly<Record<string, boolean>>)[key] === true,
    ),
  ) as P;
  const { amounts, stage_events, status_events } = visible;
  return {
    ...visible,
    ...compact({
      imported: project.imported_from === undefined ? undefined : (true as const),
      amounts:
        amounts === undefined
          ? undefined
          : Object.fromEntries(
              Object.entries(amounts).map(([measure, amount]) => [measure, withoutNote(amount)]),
            ),
      stage_events: stage_events === undefined ? undefined : stage_events.map(withoutReason),
      status_events: status_events === undefined ? undefined : status_events.map(withoutReason),
    }),
  };
}
