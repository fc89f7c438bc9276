import type { Text } from '#domain/values/language.ts';
import type { Comparator, Indicator } from '#domain/zone/indicator.ts';

/** A template of an indicator. The indicator gets its id where the zone has no such id. */
export interface IndicatorTemplate {
  readonly indicator: Indicator;
  /** Whether its unit is the base currency of the zone instead of the unit of the template. */
  readonly in_base_currency?: true;
  /** The definition for a zone that does not count in yuan: no limit of Chinese statistics. */
  readonly definition_abroad?: Text;
  /** The unit for a zone that does not count in yuan. */
  readonly unit_abroad?: string;
  /** The zones that are offered it; omitted for all. Files of any zone may name it. */
  readonly offered_in?: 'china' | 'abroad';
  readonly comparator: Comparator;
  /** The words under which files name it, as headings of columns have them. */
  readonly words: readonly string[];
}
