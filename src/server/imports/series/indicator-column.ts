import type { Indicator } from '#domain/zone/indicator.ts';
import type { AmountUnit } from '#server/imports/values/unit.ts';
import type { CountUnit } from './count-units.ts';

/** A column of a series with the indicator whose values it holds. */
export interface IndicatorColumn {
  readonly index: number;
  readonly key: string;
  readonly indicator: string;
  /** The unit of money that the heading names. */
  readonly unit?: AmountUnit;
  /** The unit of counts that the heading names. */
  readonly counted?: CountUnit;
  readonly money: boolean;
  readonly monthOnly: boolean;
  /** Whether values are cumulative since construction began, not since January. */
  readonly sinceStart: boolean;
  /** The indicator to create, if the zone lacks it. */
  readonly created?: Indicator;
}
