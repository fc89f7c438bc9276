import { annotateChart } from '#charts/annotate/annotated.ts';
import { comparable } from '#charts/compare/comparable.ts';
import { chooseCurrency } from '#charts/breakdown/choose-currency.ts';
import { sizeComparison } from './comparison.ts';
import { distributionChart } from './definition.ts';

/** The chart as the page of charts shows it. */
export const chart = annotateChart(
  comparable(chooseCurrency(distributionChart, 'distribution'), sizeComparison),
);
