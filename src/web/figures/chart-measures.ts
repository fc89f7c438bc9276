import type { ChartOptions } from '#charts/kit/definition.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ExplainedFigure } from '#web/ui/display/explained.tsx';

/** The figure of each chart that its title states. */
const explained: Readonly<Record<string, (target: string, since: string) => ExplainedFigure>> = {
  targets: (target) => ({ measure: 'verdict', of: `target=${target}` }),
  progress: (target) => ({ measure: 'target_value', of: `target=${target}` }),
  outlook: (target) => ({ measure: 'outlook_ceiling', of: `target=${target}` }),
  forecast_record: (target) => ({ measure: 'forecast', of: `target=${target}` }),
  pipeline: () => ({ measure: 'stage_projects', of: 'stage=pipeline' }),
  changes: (_, since) => ({
    measure: 'bridge_projects',
    of: `${since === '' ? '' : `from=${since}&`}group=pipeline&step=closing`,
  }),
};

/** What the title of a chart is explained as; all projects where it counts the register. */
export const explainChart = (
  id: string,
  { main_measure, bridge }: Pick<Overview, 'main_measure' | 'bridge'>,
  { measure = main_measure }: ChartOptions,
): ExplainedFigure =>
  explained[id]?.(measure, bridge?.from ?? '') ?? { measure: 'listed_projects' };
