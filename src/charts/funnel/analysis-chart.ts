import { annotateChart } from '#charts/annotate/annotated.ts';
import { comparable } from '#charts/compare/comparable.ts';
import { funnelComparison } from './comparison.ts';
import { funnelChart } from './definition.ts';

/** The chart as the page of charts shows it. */
export const chart = annotateChart(comparable(funnelChart, funnelComparison));
