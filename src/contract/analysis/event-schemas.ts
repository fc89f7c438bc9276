import { eventMeasures } from '#domain/analysis/events/event-series.ts';
import type { SeriesPart } from '#domain/analysis/events/series-part.ts';
import type { cohortEnds, CohortFunnel } from '#domain/analysis/events/cohort-funnel.ts';
import { periodMonths, type PeriodSize } from '#domain/analysis/events/calendar-periods.ts';
import { eventGroups, funnelSteps } from '#domain/analysis/events/choices.ts';
import { projectEvents } from '#domain/analysis/events/project-events.ts';
import { stages } from '#domain/projects/stage.ts';
import { dataStatuses } from '#domain/values/data-status.ts';
import { indicatorKinds, unitPowers } from '#domain/zone/indicator.ts';
import {
  asOfQuery,
  count,
  id,
  isoDate,
  month,
  noInput,
  textInAllLanguages,
  wireMoney,
} from '#contract/core/primitives.ts';
import { orUnknown } from '#contract/core/unknown-projects.ts';
import { typeSchema, z } from '#contract/core/zod.ts';
import { projectFilters } from '#contract/projects/schemas.ts';

const { q: _, ...filters } = projectFilters;
const sizes = Object.keys(periodMonths) as PeriodSize[];
const size = z.enum(sizes);
const calendarPeriod = { key: z.string(), size, first_month: month, start: isoDate, end: isoDate };
const state = z.enum(['unknown', 'open', 'closed']);
const recordPeriod = { ...calendarPeriod, state, from: isoDate.exactOptional() };

const sum = z.strictObject({ count, amounts: z.array(wireMoney), undisclosed: count, by: count });
const eventSeries = z.strictObject({
  as_of: isoDate,
  size,
  measure: z.enum(eventMeasures),
  first_known_day: isoDate.exactOptional(),
  rows: z.array(
    z.strictObject({
      event: z.enum(projectEvents),
      opening: sum,
      periods: z.array(
        z.strictObject({
          ...recordPeriod,
          sum: sum.exactOptional(),
          before: sum.exactOptional(),
          total: sum.exactOptional(),
        }),
      ),
      to_date: z
        .strictObject({ year: z.number(), months: count, now: sum, before: sum.exactOptional() })
        .exactOptional(),
    }),
  ),
  waiting: z.array(
    z.strictObject({
      from: z.enum(projectEvents),
      to: z.enum(projectEvents),
      waiting: count,
      left: count,
      amounts: z.array(wireMoney),
    }),
  ),
});
const indicatorSeries = z.strictObject({
  indicator: z.strictObject({
    id: z.string(),
    name: textInAllLanguages,
    unit: z.string(),
    kind: z.enum(indicatorKinds),
    power: z.union(unitPowers.map((power) => z.literal(power))).exactOptional(),
  }),
  as_of: isoDate,
  size,
  means: z.enum(['added', 'level']),
  periods: z.array(
    z.strictObject({
      ...calendarPeriod,
      state,
      value: z.string().exactOptional(),
      before: z.string().exactOptional(),
      breaks: z.array(z.strictObject({ month, reason: z.string() })).exactOptional(),
    }),
  ),
  data_status: z.enum(dataStatuses),
});

const ends = { n: count, moved: count, open: count, left: count, unlisted: count } satisfies Record<
  'n' | (typeof cohortEnds)[number],
  unknown
>;
const point = z.strictObject({
  months: count,
  moved: z.number(),
  left: z.number(),
  followed: count,
});
const cohortFunnel = z.strictObject({
  as_of: isoDate,
  size,
  from: z.enum(stages),
  to: z.enum(stages),
  first_known_day: isoDate.exactOptional(),
  cohorts: z.array(z.strictObject({ ...recordPeriod, ...ends, is_small: z.boolean() })),
  all: z.strictObject(ends),
  incidence: z
    .strictObject({ n: count, points: z.array(point), headline: point.exactOptional() })
    .exactOptional(),
  left_out: z.strictObject({
    undated: count,
    before: count,
    passed: count,
    stage_unset: count.exactOptional(),
  }),
});

/** The projects that are counted: those of a day, by their present state. */
const eventQuery = { ...asOfQuery, ...filters };

export const eventSchemas = {
  series: {
    ...noInput,
    query: z.strictObject({
      ...eventQuery,
      /** `projects`, an amount of them, or the id of an indicator. */
      measure: id.exactOptional(),
      event: z.enum(eventGroups).exactOptional(),
      period: size.exactOptional(),
    }),
    reply: orUnknown(
      typeSchema<SeriesPart>(
        z.strictObject({
          events: eventSeries.exactOptional(),
          indicator: indicatorSeries.exactOptional(),
        }),
      ),
    ),
  },
  funnel: {
    ...noInput,
    query: z.strictObject({
      ...eventQuery,
      event: z.enum(funnelSteps).exactOptional(),
      period: size.exactOptional(),
    }),
    reply: orUnknown(typeSchema<CohortFunnel>(cohortFunnel)),
  },
} as const;
