import { isApplicable } from '#domain/projects/fields/chinese-fields.ts';
import type { FactField } from '#domain/projects/fields.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import { isGiven } from '#domain/projects/stage-moves.ts';
import type { Stage, StageOrUnknown } from '#domain/projects/stage.ts';
import type { Currency } from '#domain/values/money.ts';
import { isInChina } from '#domain/zone/zone.ts';

/**
 * The fields that the board requires at each stage, in the order of the form: owner and next step
 * until construction begins, and the facts of the stage itself.
 */
export const completionFields = {
  lead: ['owner'],
  negotiation: ['owner', 'investor', 'next_step'],
  signed: ['owner', 'investor', 'next_step', 'amounts.total_investment', 'agreement_type'],
  registered: ['owner', 'investor', 'next_step', 'uscc', 'national_code'],
  construction: ['owner', 'investor', 'amounts.fai_done_total'],
  operation: ['owner', 'jobs_actual'],
  full_capacity: ['owner', 'amounts.output_actual'],
} as const satisfies Readonly<Record<Stage, readonly FactField[]>>;
export type CompletionField = (typeof completionFields)[Stage][number];

/** Lists the fields of a stage in a zone with this currency. */
export const listCompletionFields = (
  stage: Stage,
  currency: Currency,
): readonly CompletionField[] =>
  completionFields[stage].filter((field) =>
    isApplicable(field, !isInChina({ base_currency: currency })),
  );

/**
 * Lists what a project at a stage still lacks. Only a project on land has a national code.
 * @param currency - the currency of the zone
 */
export const fieldsToComplete = (
  facts: ProjectFacts,
  stage: StageOrUnknown,
  currency: Currency,
): readonly CompletionField[] =>
  stage === 'unknown'
    ? []
    : listCompletionFields(stage, currency).filter(
        (field) =>
          !isGiven(facts, field) && (field !== 'national_code' || facts.site_mode === 'land'),
      );
