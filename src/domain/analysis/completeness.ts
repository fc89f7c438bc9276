import { compact } from '#domain/values/compact.ts';
import { daysBetween, type IsoDate } from '#domain/values/date.ts';
import type { FactField } from '#domain/projects/fields.ts';
import { fieldsFrom, onLandOnly } from '#domain/projects/stage-moves.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';

/** The purpose of the fields: the figures of the zone, or the requirements of a stage. */
export const fieldGroups = ['figures', 'stages'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** A field whose completeness is measured. */
export interface QualityField {
  readonly field: FactField;
  readonly group: FieldGroup;
  /** The stage from which it applies. */
  readonly from: Stage;
  /**
   * Restricts the field to some projects: on land, with construction, or from Japan.
   */
  readonly only?: 'land' | 'builds' | 'japan';
}

/**
 * The fields that figures are made of. They apply at every stage; paid-in money applies from
 * registration on.
 */
const figureFields = [
  'amounts.total_investment',
  'amounts.output_plan',
  'amounts.paid_in',
  'jobs_plan',
  'foreign_percent',
  'land_mu',
  'prefecture',
  'milestones.start.plan',
  'milestones.operation.plan',
  'milestones.full_capacity.plan',
] as const satisfies readonly FactField[];
/** A name is always there, and the day of the last update is measured as an age. */
const fieldsWithoutMeasure: readonly FactField[] = ['name', 'last_update', ...figureFields];

function findLimit(field: FactField, from: Stage): QualityField['only'] {
  if (onLandOnly.includes(field)) return 'land';
  if (field === 'prefecture') return 'japan';
  return from === 'construction' ? 'builds' : undefined;
}

/** The fields of the figures, and those that each stage requires from that stage on. */
export const qualityFields: readonly QualityField[] = [
  ...figureFields.map((field) => ({
    field,
    group: 'figures' as const,
    from: field === 'amounts.paid_in' ? ('registered' as const) : ('lead' as const),
  })),
  ...stages.flatMap((from) =>
    fieldsFrom[from]
      .filter((field) => !fieldsWithoutMeasure.includes(field))
      .map((field) => ({ field, group: 'stages' as const, from })),
  ),
].map((one) => ({ ...one, ...compact({ only: findLimit(one.field, one.from) }) }));

/** The last day of each age class; the oldest class has none. */
export const ageLimits = [30, 90] as const;
/** Projects by the age of their last update. */
export interface UpdateAges {
  /** Up to 30 days, 31 to 90, and more than 90. */
  readonly fresh: number;
  readonly ageing: number;
  readonly old: number;
  /** Without a day of update. */
  readonly unknown: number;
}
/** Values of one field over the active projects to which it applies. */
export interface FieldCounts {
  readonly applicable: number;
  readonly filled: number;
  /** Without a value, which the source does not disclose. */
  readonly not_disclosed: number;
  /** The ages of the projects that have a value. */
  readonly ages: UpdateAges;
  readonly oldest?: IsoDate;
}
/** Values of all fields over the active projects of one owner. */
export interface OwnerCounts extends FieldCounts {
  /** Null for projects without an owner. */
  readonly owner: string | null;
  readonly projects: number;
}
export interface CompletenessInput {
  readonly as_of: IsoDate;
  readonly projects: number;
  /** In the order of `qualityFields`. */
  readonly fields: readonly FieldCounts[];
  readonly ages: UpdateAges;
  readonly oldest?: IsoDate;
  /** The owners with the most missing values. Omitted where the reader may not see owners. */
  readonly owners?: readonly OwnerCounts[];
  /** All owners. */
  readonly owners_total?: number;
}

interface CompletenessCounts {
  readonly applicable: number;
  readonly filled: number;
  readonly missing: number;
  readonly not_disclosed: number;
  readonly ages: UpdateAges;
  readonly oldest_days?: number;
}
export interface FieldQuality extends CompletenessCounts {
  readonly field: FactField;
  readonly group: FieldGroup;
}
export interface OwnerQuality extends CompletenessCounts {
  readonly owner?: string;
  readonly projects: number;
}
/** Completeness and freshness of the active projects, by field and by owner, the worst first. */
export interface Completeness {
  readonly projects: number;
  readonly fields: readonly FieldQuality[];
  readonly ages: UpdateAges;
  readonly oldest_days?: number;
  readonly owners?: readonly OwnerQuality[];
  readonly owners_total?: number;
}

function count(
  { applicable, filled, not_disclosed, ages, oldest }: FieldCounts,
  as_of: IsoDate,
): CompletenessCounts {
  return {
    applicable,
    filled,
    missing: applicable - filled,
    not_disclosed,
    ages,
    ...compact({ oldest_days: oldest === undefined ? undefined : daysBetween(oldest, as_of) }),
  };
}

const share = ({ applicable, filled }: CompletenessCounts): number => filled / applicable;

/**
 * Computes the share of applicable projects that have a value, and the age of their last update
 * (domain reference 3.5, question 25). A field that applies to no project has no row.
 */
export function makeCompleteness(input: CompletenessInput): Completeness {
  const { as_of, projects, ages, oldest, owners, owners_total } = input;
  const fields = qualityFields
    .map(({ field, group }, i) => ({ field, group, counts: input.fields[i] }))
    .flatMap(({ field, group, counts }): FieldQuality[] =>
      counts === undefined || counts.applicable === 0
        ? []
        : [{ field, group, ...count(counts, as_of) }],
    );
  return {
    projects,
    fields: fields.toSorted((a, b) => share(a) - share(b) || b.missing - a.missing),
    ages,
    ...compact({
      oldest_days: oldest === undefined ? undefined : daysBetween(oldest, as_of),
      owners: owners
        ?.map(
          ({ owner, projects: owned, ...counts }): OwnerQuality => ({
            ...compact({ owner: owner ?? undefined }),
            projects: owned,
            ...count(counts, as_of),
          }),
        )
        .toSorted((a, b) => b.missing - a.missing || b.projects - a.projects),
      owners_total,
    }),
  };
}
