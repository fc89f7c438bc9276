import { annotateChart } from '#charts/annotate/annotated.ts';
import { qualityChart } from './definition.ts';

/** The chart as the page of charts shows it. */
export const chart = annotateChart(qualityChart);
