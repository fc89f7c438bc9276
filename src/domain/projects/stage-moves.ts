import { compact } from '#domain/values/compact.ts';
import { isApplicable } from '#domain/projects/fields/chinese-fields.ts';
import type { FirstPlans } from './milestones.ts';
import {
  isNonBinding,
  type ProjectFacts,
  type ProjectRecord,
  type StageEvent,
  type StatusEvent,
} from './project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { readField, freezeBaselines, type FactField } from './fields.ts';
import type { Reason } from './reason.ts';
import { countsFrom, segments } from './segments.ts';
import {
  hasReached,
  type Stage,
  type StageOrUnknown,
  stageRank,
  type Status,
  stages,
} from './stage.ts';

/**
 * Fields required from each stage on (domain reference 2.2), as far as the register has them; land
 * fields only where the site is land.
 */
export const fieldsFrom: Readonly<Record<Stage, readonly FactField[]>> = {
  lead: ['name', 'industry', 'owner', 'source_channel', 'last_update'],
  negotiation: ['investor', 'site_mode', 'jobs_plan', 'next_step'],
  signed: [
    'amounts.total_investment',
    'agreement_type',
    'milestones.start.plan',
    'milestones.operation.plan',
  ],
  registered: ['uscc', 'national_code', 'land_mu'],
  construction: ['milestones.start.actual', 'amounts.fai_done_total', 'milestones.completion.plan'],
  operation: ['milestones.operation.actual', 'jobs_actual'],
  full_capacity: ['amounts.output_actual'],
};
/** Fields that apply to projects on land only. */
export const onLandOnly: readonly FactField[] = ['national_code', 'land_mu'];
/**
 * Never blocks a move: planned jobs may be undisclosed, and the move sets the day of the update.
 */
const onlyReminded: readonly FactField[] = ['jobs_plan', 'last_update'];

export interface MissingField {
  readonly field: FactField;
  /** The stage from which it is needed. */
  readonly from: Stage;
  /** `required`: blocks the move into this stage; `warning`: blocks nothing. */
  readonly level: 'required' | 'warning';
}

/** Whether a project has a field; an undisclosed amount counts, and only a contract binds. */
export function isGiven(facts: ProjectFacts, field: FactField): boolean {
  const value = readField(facts, field);
  if (field === 'agreement_type') return value === 'contract';
  if (field === 'land_mu') return value !== undefined || facts.floor_area_m2 !== undefined;
  if (typeof value === 'object')
    return value.money !== undefined || value.missing === 'not_disclosed';
  return value !== undefined && value !== '';
}
/** Whether the agreement of a project is known to be no contract, so that it can't be signed. */
export const contradictsSigning = (
  { agreement_type }: Pick<ProjectFacts, 'agreement_type'>,
  stage: StageOrUnknown,
): boolean => stage === 'signed' && isNonBinding(agreement_type);

/** Fields and stages that do not apply to a project in rented space: land and construction. */
const rents = ({ site_mode }: ProjectFacts): boolean =>
  site_mode === 'lease' || site_mode === 'office';

/**
 * Lists the missing fields of a project at a stage, in the order of stages. Fields of the stage
 * itself are required for the move; those of earlier stages are warnings. An undisclosed amount is
 * not missing; from signing on only a contract is a valid agreement.
 * @param abroad - whether the zone is outside China: then no field of China is missing
 */
export function missingFields(facts: ProjectFacts, stage: Stage, abroad: boolean): MissingField[] {
  const reachedStages = stages
    .slice(0, stages.indexOf(stage) + 1)
    .filter((s) => s !== 'construction' || !rents(facts) || stage === s);
  return reachedStages.flatMap((from) =>
    fieldsFrom[from]
      .filter(
        (field) =>
          isApplicable(field, abroad) &&
          !(onLandOnly.includes(field) && facts.site_mode !== 'land') &&
          !isGiven(facts, field),
      )
      .map((field) => ({
        field,
        from,
        level:
          from === stage && !onlyReminded.includes(field)
            ? ('required' as const)
            : ('warning' as const),
      })),
  );
}

/**
 * Why a move or a change of status is rejected. `last`: the day of the last change, which a new one
 * must not precede.
 */
export type MoveRejection =
  | {
      readonly kind:
        | 'same'
        | 'reason_needed'
        | 'not_active'
        | 'construction_skipped'
        | 'no_contract'
        | 'wrong_stage';
    }
  | { readonly kind: 'before_last'; readonly last: IsoDate }
  | { readonly kind: 'fields_missing'; readonly fields: readonly MissingField[] };
export type MoveResult =
  | {
      readonly kind: 'moved';
      readonly record: ProjectRecord;
      readonly back: boolean;
      /** Stages that do not apply to this project and get no day. */
      readonly notApplicable: readonly Stage[];
      readonly warnings: readonly MissingField[];
    }
  | MoveRejection;

/** Under which terms a project moves. */
interface MoveTerms {
  /** Missing facts and reasons never block the move. */
  readonly complete_later?: true;
  /** The zone is outside China, so that no field of China is required. */
  readonly abroad?: true;
}

const rank = (stage: StageOrUnknown): number => stageRank(stage) ?? -1;
const lastDay = (events: readonly StatusEvent[] | readonly StageEvent[]): IsoDate | undefined =>
  events
    .flatMap((event) => (event.date === undefined ? [] : countsFrom(event)))
    .sort()
    .at(-1);
/**
 * Whether a reason is complete: a code alone says too little and words alone cannot be counted, so
 * both are required.
 */
const isComplete = ({ reason_code, reason }: Reason): boolean =>
  reason_code !== undefined && (reason ?? '').trim() !== '';
/**
 * Adds a reason to the last move, if that went back without one; undefined when it has one or did
 * not go back.
 */
function completeReason(record: ProjectRecord, why: Reason): ProjectRecord | undefined {
  const events = record.stage_events.toSorted((a, b) => (countsFrom(a) < countsFrom(b) ? -1 : 1));
  const [before, last] = events.slice(-2);
  if (before === undefined || last === undefined || last.reason_code !== undefined)
    return undefined;
  if (rank(last.stage) >= rank(before.stage) || !isComplete(why)) return undefined;
  return {
    ...record,
    stage_events: record.stage_events.map((event) =>
      event === last ? { ...event, ...normaliseReason(why) } : event,
    ),
  };
}
const normaliseReason = ({ reason_code, reason = '' }: Reason): Reason =>
  compact({ reason_code, reason: reason.trim() === '' ? undefined : reason.trim() });

/**
 * Moves a project to a stage on a day (domain reference 1.4). Moves forward may skip stages;
 * construction only where the site is leased or an office, and then it does not apply. Moves back
 * need a reason and are regressions. Only an active project moves: others keep the stage at which
 * they stopped. Entering `signed` freezes the original dates as baseline.
 *
 * With `complete_later`, missing facts and reasons never block the move: they can be entered
 * afterwards. An agreement that is no contract always blocks signing. A move to the same stage then
 * adds the reason of a move back.
 *
 * @param first - the first known plan date of each milestone
 */
export function moveStage(
  record: ProjectRecord,
  to: Stage,
  date: IsoDate,
  why: Reason & MoveTerms = {},
  first?: FirstPlans,
): MoveResult {
  const now = segments(record).at(-1);
  const from = now?.stage ?? 'unknown';
  const reason = from === to ? completeReason(record, why) : undefined;
  if (reason !== undefined)
    return { kind: 'moved', record: reason, back: true, notApplicable: [], warnings: [] };
  if (from === to) return { kind: 'same' };
  if (now?.status !== 'active') return { kind: 'not_active' };
  const last = lastDay(record.stage_events);
  if (last !== undefined && date < last) return { kind: 'before_last', last };
  const back = rank(to) < rank(from);
  const asksLater = why.complete_later === true;
  if (back && !asksLater && !isComplete(why)) return { kind: 'reason_needed' };
  const passedStages = back || from === 'unknown' ? [] : stages.slice(rank(from) + 1, rank(to));
  const isLand = asksLater ? record.facts.site_mode === 'land' : !rents(record.facts);
  if (passedStages.includes('construction') && isLand) return { kind: 'construction_skipped' };
  const missing = missingFields(record.facts, to, why.abroad === true);
  const requiredFields = missing.filter((m) => m.level === 'required');
  if (!back && !asksLater && requiredFields.length > 0)
    return { kind: 'fields_missing', fields: requiredFields };
  if (contradictsSigning(record.facts, to)) return { kind: 'no_contract' };
  const moveReason = back ? normaliseReason(why) : {};
  const signs = !hasReached(from, 'signed') && hasReached(to, 'signed');
  return {
    kind: 'moved',
    record: {
      ...record,
      facts: signs ? freezeBaselines(record.facts, first) : record.facts,
      stage_events: [...record.stage_events, { stage: to, date, ...moveReason }],
    },
    back,
    notApplicable: passedStages.filter((s) => s === 'construction'),
    warnings: missing.filter((m) => m.level === 'warning'),
  };
}

/** Sets the reason of the last status. */
const withReason = (record: ProjectRecord, why: Reason): ProjectRecord => ({
  ...record,
  status_events: record.status_events.map((event, at, all) =>
    at === all.length - 1 ? { ...event, ...normaliseReason(why) } : event,
  ),
});

/**
 * Holds, ends or resumes a project on a day. A reason is always required, and a reason code for all
 * but resuming. An agreement is terminated after signing and a project closed after operation
 * began; with an unknown stage either is allowed. The reason of an unlisted project can be given
 * later: its day stays.
 */
export function changeStatus(
  record: ProjectRecord,
  to: Status,
  date: IsoDate,
  why: Reason,
): { readonly kind: 'changed'; readonly record: ProjectRecord } | MoveRejection {
  const now = segments(record).at(-1);
  const isReasonOnly = to === 'unlisted' && now?.status === to;
  if ((now?.status ?? 'active') === to && !isReasonOnly) return { kind: 'same' };
  if (to === 'active' ? (why.reason ?? '').trim() === '' : !isComplete(why))
    return { kind: 'reason_needed' };
  const least = to === 'terminated' ? 'signed' : to === 'closed' ? 'operation' : undefined;
  const stage = now?.stage ?? 'unknown';
  if (least !== undefined && stage !== 'unknown' && !hasReached(stage, least))
    return { kind: 'wrong_stage' };
  const last = lastDay(record.status_events);
  if (last !== undefined && date < last) return { kind: 'before_last', last };
  if (isReasonOnly) return { kind: 'changed', record: withReason(record, why) };
  const { reason_code, ...words } = normaliseReason(why);
  const reason = to === 'active' || reason_code === undefined ? words : { reason_code, ...words };
  return {
    kind: 'changed',
    record: {
      ...record,
      status_events: [...record.status_events, { status: to, date, ...reason }],
    },
  };
}
