import type { NamedInvestor } from '#domain/projects/investor-names.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Versus } from './versus.ts';
import type { Breakdown } from './breakdown.ts';
import type { Distribution } from './distribution.ts';
import type { MoneyLadder } from './money-ladder.ts';
import type { ForecastRecords } from '#domain/targets/forecast-record.ts';
import type { CohortFunnel } from './events/cohort-funnel.ts';
import type { SeriesPart } from './events/series-part.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import type { Completeness } from './completeness.ts';
import type { ProjectTimeline } from './project-timeline.ts';
import type { StageTime } from './stage-time.ts';

/** The data of the analysis charts. Each part is read on request, for the chart that needs it. */
export interface AnalysisParts {
  readonly outlook?: Outlook;
  readonly stage_time?: StageTime;
  readonly timeline?: ProjectTimeline;
  readonly completeness?: Completeness;
  readonly breakdown?: Breakdown;
  readonly money_ladder?: MoneyLadder;
  readonly distribution?: Distribution;
  readonly forecasts?: ForecastRecords;
  readonly series?: SeriesPart;
  readonly funnel?: CohortFunnel;
}

/** The other side of a comparison. */
export interface ComparedParts {
  readonly versus: Versus;
  /** For a comparison of groups: the values of the first side; empty for all projects. */
  readonly base: readonly string[];
  /** The zone's own function zones, which name the groups. */
  readonly function_zones?: ZoneProfile['function_zones'];
  /** The investors that are compared and have names in other languages. */
  readonly investors?: readonly NamedInvestor[];
  readonly parts: AnalysisParts;
}
/** The data of a chart alone, or beside the same chart on another day or of other projects. */
export interface ComparableParts extends AnalysisParts {
  readonly compared?: ComparedParts;
}
