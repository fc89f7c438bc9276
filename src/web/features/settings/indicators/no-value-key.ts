import type { TargetRow } from '#domain/targets/target-row.ts';

/**
 * The key of the words for a target without a value. Its indicator may have values outside the
 * period of the target.
 */
export const noValueKey = ({ period, later, series }: TargetRow) =>
  period === undefined && later === undefined && series.every(({ value }) => value === undefined)
    ? 'no_value_yet'
    : 'no_value_in_period';
