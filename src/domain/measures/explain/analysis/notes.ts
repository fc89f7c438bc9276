import type { Breakdown } from '#domain/analysis/breakdown.ts';
import type { CohortFunnel, LeftOut } from '#domain/analysis/events/cohort-funnel.ts';
import { addSums, type EventSeries } from '#domain/analysis/events/event-series.ts';
import { stageOfEvent } from '#domain/analysis/events/project-events.ts';
import { measureTerms } from '#domain/labels/projects/field.ts';
import { stageTerms, statusTerms } from '#domain/labels/projects/stage.ts';
import { statuses } from '#domain/projects/stage.ts';
import { toMonth } from '#domain/values/date.ts';
import { listMark, type Text } from '#domain/values/language.ts';
import type { Terms } from '#domain/values/term.ts';
import { analysisTerms } from './labels/index.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import type { NotedEvents } from '#domain/measures/rows-input.ts';
import { stateCount, absences, inAll } from '#domain/measures/explain/texts.ts';
import { eventTerms } from './events.ts';

type Register = Pick<DayExplanation, 'data_status'> & {
  readonly sources: NonNullable<DayExplanation['sources']>;
};

/** A count of projects with its subject. */
const countProjects = (
  { data_status, sources }: Register,
  count: number | undefined,
  subject: Text,
  rows: DayExplanation['rows'],
): DayExplanation => ({
  subject,
  ...stateCount(count, absences.unknown),
  data_status,
  sources,
  rows,
});

/** Explains how many projects of a status a breakdown excludes. */
export function explainOutside(
  register: Register,
  { left_out }: Pick<Breakdown, 'left_out'>,
  name: string,
): DayExplanation {
  const status = statuses.find((one) => one === name);
  if (status === undefined)
    return countProjects(
      register,
      undefined,
      inAll(() => name),
      { kind: 'none' },
    );
  const rows = { kind: 'outside', status } as const;
  return countProjects(register, left_out[status] ?? 0, statusTerms[status], rows);
}

const outsideTerms: Terms<keyof LeftOut> = analysisTerms.no_cohort;

/** Explains how many projects are in no cohort, for one reason. */
export function explainNoCohort(
  register: Register,
  { left_out, first_known_day, from, to }: CohortFunnel,
  outside: keyof LeftOut,
): DayExplanation {
  const subject = inAll(
    (language) =>
      `${stageTerms[from][language]} → ${stageTerms[to][language]} · ${outsideTerms[outside][language]}`,
  );
  const rows: DayExplanation['rows'] =
    first_known_day === undefined
      ? { kind: 'none' }
      : { kind: 'cohort', first_known_day, from, to, outside };
  return countProjects(register, left_out[outside] ?? 0, subject, rows);
}

/** Names the events of a series and the unit that is counted. */
const nameSeries = ({ rows, measure }: EventSeries): Text =>
  inAll((language) =>
    [
      rows.map(({ event }) => eventTerms[event][language]).join(listMark(language)),
      ...(measure === 'projects' ? [] : [measureTerms[measure][language]]),
    ].join(' · '),
  );

/** Explains how many events of all periods have no amount, or only the day of an edition. */
export function explainNotedEvents(
  register: Register,
  series: EventSeries,
  events: NotedEvents,
): DayExplanation {
  const { rows, measure, first_known_day } = series;
  const knownPeriods = rows[0]?.periods.filter(({ sum }) => sum !== undefined) ?? [];
  const { undisclosed, by } = addSums(
    rows.flatMap(({ periods }) => periods.flatMap(({ sum }) => sum ?? [])),
  );
  return countProjects(
    register,
    events === 'unknown' ? undisclosed : by,
    nameSeries(series),
    first_known_day === undefined || knownPeriods.length === 0
      ? { kind: 'none' }
      : {
          kind: 'noted_events',
          events: rows.map(({ event }) => event),
          measure,
          first_known_day,
          noted: events,
          periods: knownPeriods.map(({ first_month, end }) => ({
            first: first_month,
            last: toMonth(end),
          })),
        },
  );
}

/** Explains how many projects left between two lines of a series of totals. */
export function explainLeft(register: Register, series: EventSeries): DayExplanation {
  const { waiting } = series;
  const [first, last] = [waiting[0]?.from, waiting.at(-1)?.to];
  const [from, to] = [first, last].map((event) =>
    event === undefined ? undefined : stageOfEvent[event],
  );
  const count = waiting.reduce((sum, { left }) => sum + left, 0);
  return countProjects(
    register,
    count,
    nameSeries(series),
    from === undefined || to === undefined ? { kind: 'none' } : { kind: 'left', from, to },
  );
}
