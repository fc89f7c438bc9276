import { annotateChart } from '#charts/annotate/annotated.ts';
import { comparable } from '#charts/compare/comparable.ts';
import { breakdownComparison } from './comparison.ts';
import { chooseCurrency } from './choose-currency.ts';
import { breakdownChart } from './definition.ts';

/** The chart as the page of charts shows it. */
export const chart = annotateChart(
  comparable(chooseCurrency(breakdownChart, 'breakdown'), breakdownComparison),
);
