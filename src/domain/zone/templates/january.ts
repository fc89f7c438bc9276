import { type Indicator, isYearToDate } from '#domain/zone/indicator.ts';
import { isInChina, type ZoneProfile } from '#domain/zone/zone.ts';

/**
 * Completes the indicators of a zone: a year to date that does not say so has its January in
 * February where the zone is in China, whose statistics publish both months together.
 */
export const completeJanuary = ({
  indicators,
  base_currency,
}: Pick<ZoneProfile, 'indicators' | 'base_currency'>): readonly Indicator[] =>
  isInChina({ base_currency })
    ? indicators.map((indicator) =>
        isYearToDate(indicator) ? { january_in_february: true, ...indicator } : indicator,
      )
    : indicators;
