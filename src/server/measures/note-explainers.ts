import type { EventSeries } from '#domain/analysis/events/event-series.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import * as ladders from '#domain/measures/explain/analysis/ladder.ts';
import * as notes from '#domain/measures/explain/analysis/notes.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { problem } from '#server/core/problem.ts';
import { describe, ofLadder } from './analysis-explainers.ts';
import { type FigureSources, need } from './sources.ts';

type Explain = (sources: FigureSources) => Promise<DayExplanation>;

const ofSeries =
  (
    explain: (register: ReturnType<typeof describe>, series: EventSeries) => DayExplanation,
  ): Explain =>
  async (sources) => {
    const { events } = await sources.charts.series();
    if (events === undefined)
      throw problem('bad_request', 'Leave out target, or name an amount of projects.');
    return explain(describe(sources), events);
  };

/** The explainers of figures in the notes of charts. */
export const noteExplainers = {
  pair_projects: ofLadder((subject, { of = 'total_investment', has = 'contracted_amount', side }) =>
    ladders.explainPairProjects(subject, { of, has }, side),
  ),
  pair_difference: ofLadder((subject, query) => {
    const { of = 'total_investment', has = 'contracted_amount' } = query;
    return ladders.explainPairDifference(subject, { of, has }, need(query, 'side'));
  }),
  outside_projects: async (sources) =>
    notes.explainOutside(
      describe(sources),
      await sources.charts.breakdown(),
      need(sources.query, 'key'),
    ),
  series_by_edition: ofSeries((register, series) =>
    notes.explainNotedEvents(register, series, 'by_edition'),
  ),
  series_unknown: ofSeries((register, series) =>
    notes.explainNotedEvents(register, series, 'unknown'),
  ),
  series_left: ofSeries(notes.explainLeft),
  cohort_outside: async (sources) =>
    notes.explainNoCohort(
      describe(sources),
      await sources.charts.funnel(),
      need(sources.query, 'outside'),
    ),
} as const satisfies Partial<Record<MeasureId, Explain>>;
