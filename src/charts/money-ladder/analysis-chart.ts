import { annotateChart } from '#charts/annotate/annotated.ts';
import { comparable } from '#charts/compare/comparable.ts';
import { chooseCurrency } from '#charts/breakdown/choose-currency.ts';
import { ladderComparison } from './comparison.ts';
import { moneyLadderChart } from './definition.ts';

/** The chart as the page of charts shows it. */
export const chart = annotateChart(
  comparable(chooseCurrency(moneyLadderChart, 'money_ladder'), ladderComparison),
);
