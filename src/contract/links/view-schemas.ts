import { id, compare, isoDate, plan } from '#contract/core/primitives.ts';
import { type Infer, z } from '#contract/core/zod.ts';
import { linkChartSchema, linkScenario } from './chart-schemas.ts';
import { sharedViews } from './constants.ts';
import { filtersSchema, withinSchema } from './filter-schemas.ts';
import { unique } from './shared-schemas.ts';

/** An origin as browsers write it: scheme, host and port, and nothing after it. */
const siteOrigin = z
  .string()
  .max(200)
  .regex(
    /^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9]\d{0,4})?$/,
    'must be a site as https://example.org',
  );
/**
 * One figure for other sites. `origins` are the sites that may show it; readers' browsers receive
 * them in the policy of the page.
 */
const embed = z.strictObject({
  /** The id of a chart of the page. Only the page of changes has the chart of two days. */
  figure: id,
  origins: z.array(siteOrigin).max(20).refine(unique, 'must not name one site twice'),
});
export type LinkEmbed = Infer<typeof embed>;
const ofOverview = ['measure', 'range'] as const;
const withoutCompare = ['charts', 'outlook'];
const withPlan = ['overview', 'charts', 'outlook'];
const withEmbed = [...withPlan, 'changes'];
/** The content of a link, fixed on the server. */
export const linkViewSchema = z
  .strictObject({
    /**
     * Shows only this figure, in a frame of another site. Such a link has no password and gives no
     * files.
     */
    embed: embed.exactOptional(),
    page: z.enum(sharedViews),
    /** Omitted: the last day with data, as it advances. */
    as_of: isoDate.exactOptional(),
    /** The first day of what changed. */
    compare,
    measure: id.exactOptional(),
    range: z.enum(['to_date', 'to_target']).exactOptional(),
    plan,
    /** The projects of the page, whatever the request says. */
    within: withinSchema.exactOptional(),
    /** The filters of the list of projects, besides `within`, whatever the request says. */
    filters: filtersSchema.exactOptional(),
    /** The chart of the page of charts. */
    chart: linkChartSchema.exactOptional(),
    /**
     * The scenario of the outlook, as a page or as a chart. It is no fact, and the page says so.
     */
    scenario: linkScenario,
  })
  .refine(
    (input) => input.page === 'overview' || ofOverview.every((name) => input[name] === undefined),
    'only the overview has measure and range; those of a chart stand in chart',
  )
  .refine(
    (input) => withPlan.includes(input.page) || input.plan === undefined,
    'only the overview, a chart and the outlook have plan',
  )
  .refine(
    (input) => withEmbed.includes(input.page) || input.embed === undefined,
    'only the overview, the changes, a chart and the outlook have embed',
  )
  .refine(
    (input) => (input.page === 'charts') === (input.chart !== undefined),
    'the page charts needs chart, and no other page has it',
  )
  .refine(
    (input) => input.scenario === undefined || input.page === 'outlook' || input.page === 'charts',
    'only the outlook and a chart have a scenario',
  )
  .refine(
    (input) => !withoutCompare.includes(input.page) || input.compare === undefined,
    'a chart and the outlook compare no days',
  )
  .refine(
    (input) => input.page === 'projects' || input.filters === undefined,
    'only the list of projects has filters',
  )
  .refine(
    (input) => !['charts', 'outlook'].includes(input.page) || input.within === undefined,
    'a chart has its filters in chart, and the outlook has none',
  );
export type LinkView = Infer<typeof linkViewSchema>;
export type LinkChart = NonNullable<LinkView['chart']>;
