import { amountRules, nameRules, sharedSections } from '#domain/redaction/profile.ts';
import { changesSchema } from '#contract/changes/schemas.ts';
import { registerFilterFields } from '#domain/overview/register-filter.ts';
import { z } from '#contract/core/zod.ts';
import {
  count,
  isoDate,
  missing,
  stageOrUnknown,
  status,
  text,
  textInAllLanguages,
  wireMoney,
  namedProject,
} from '#contract/core/primitives.ts';
import { overviewSchema } from '#contract/overview/schemas.ts';
import { pipelineSchema } from '#contract/pipeline/schemas.ts';

/** Whether no text occurs twice. */
export const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;
export const redactionSchema = z.strictObject({
  names: z.enum(nameRules),
  amounts: z.enum(amountRules),
  smallest_group: z.number().int().min(1).max(100),
  sections: z
    .array(z.enum(sharedSections))
    .max(sharedSections.length)
    .refine(unique, 'must not name one section twice'),
  without: z.array(text(200)).max(500).refine(unique, 'must not name one project twice'),
});

const of = overviewSchema.shape;
const changes = of.changes.unwrap();
/** The redacted content. The tests reject any other key. */
export const sharedOverviewSchema = z.strictObject({
  shared: redactionSchema.pick({ names: true, amounts: true, smallest_group: true }),
  origin: of.origin,
  as_of: of.as_of,
  compare: of.compare,
  zone: of.zone,
  illustrative: of.illustrative,
  stage_mapping: of.stage_mapping,
  latest_month: of.latest_month,
  first_known_day: of.first_known_day,
  undated: of.undated,
  headline: of.headline.exactOptional(),
  targets: z
    .array(of.targets.element.omit({ cause: true, marks: true, declared: true }))
    .exactOptional(),
  indicator_changes: of.indicator_changes,
  main_measure: of.main_measure.exactOptional(),
  plan: of.plan.exactOptional(),
  thresholds: of.thresholds.exactOptional(),
  phases: of.phases.exactOptional(),
  phase_now: of.phase_now,
  phase_note: of.phase_note,
  strip: of.strip.exactOptional(),
  changes: z
    .strictObject({ ...changes.shape, items: changes.shape.items.exactOptional() })
    .exactOptional(),
  established: of.established.exactOptional(),
  closed: of.closed,
  reopened: of.reopened,
  filter: z
    .strictObject({
      of: count,
      shown: count,
      by: z.array(
        z.strictObject({ field: z.enum(registerFilterFields), names: z.array(textInAllLanguages) }),
      ),
    })
    .exactOptional(),
});
/** The pipeline without the list of actions. */
export const sharedPipelineSchema = pipelineSchema.pick({
  data_status: true,
  stages: true,
  pipeline: true,
  on_hold: true,
  moves: true,
  first_known_day: true,
  undated_projects: true,
});
export const sharedChangesSchema = z.strictObject({
  days: z.strictObject({ from: isoDate, to: isoDate }),
  data_status: changesSchema.shape.data_status,
  bridge: changesSchema.shape.bridge.exactOptional(),
  moves: changesSchema.shape.moves.exactOptional(),
  ...changesSchema.pick({ total: true, counts: true, next_due: true, first_known_day: true }).shape,
  indicators: changesSchema.shape.indicators.exactOptional(),
  targets: changesSchema.shape.targets.exactOptional(),
});
const listedSums = pipelineSchema.shape.pipeline.unwrap().omit({ undated: true });
export const sharedProjectsSchema = z.strictObject({
  data_status: changesSchema.shape.data_status,
  total: listedSums,
  stages: z.array(listedSums.extend({ stage: stageOrUnknown })),
  industries: z.array(listedSums.extend({ industry: z.string().exactOptional() })).exactOptional(),
  items: z
    .array(
      z.strictObject({
        ...namedProject,
        stage: stageOrUnknown,
        status,
        industry: z.string().exactOptional(),
        money: wireMoney.exactOptional(),
        missing: missing.exactOptional(),
      }),
    )
    .exactOptional(),
  named: count,
  zones: z.array(z.strictObject({ id: z.string(), name: textInAllLanguages })),
});
