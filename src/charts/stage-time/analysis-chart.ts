import { annotateChart } from '#charts/annotate/annotated.ts';
import { comparable } from '#charts/compare/comparable.ts';
import { stageTimeComparison } from './comparison.ts';
import { stageTimeChart } from './definition.ts';

/** The chart as the page of charts shows it. */
export const chart = annotateChart(comparable(stageTimeChart, stageTimeComparison));
