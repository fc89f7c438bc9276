import { annotateChart } from '#charts/annotate/annotated.ts';
import { comparable } from '#charts/compare/comparable.ts';
import { seriesComparison } from './comparison.ts';
import { seriesChart } from './definition.ts';

/** The chart as the page of charts shows it. */
export const chart = annotateChart(comparable(seriesChart, seriesComparison));
