import type { Definitions } from '#domain/zone/definitions.ts';
import { formatDate } from '#domain/values/format.ts';
import type { PlanPath } from '#domain/zone/indicator.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { dayIn, usualTimeZone } from '#domain/time/time-zone.ts';
import type { Language } from '#domain/values/language.ts';
import { definitionsLine } from '#domain/labels/general/definitions.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';

/**
 * The origin of an exported figure. Nothing here is read from a clock: equal data give equal files.
 */
export interface FigureStamp {
  readonly revision: number;
  /**
   * When the displayed revision was recorded, in ISO 8601; a file has it as its creation time.
   */
  readonly made_at: string;
  /** The time zone of its days. Omitted: UTC. */
  readonly time_zone?: string;
  /** Version of the zone's targets, phases, measures and rules. */
  readonly definitions?: Definitions;
  /** The moment at which the figure was known. */
  readonly known_at?: string;
  /** The plan that the reader chose instead of the zone's own. */
  readonly plan?: PlanPath;
  /**
   * The address of the same view on the same day. Omitted when the instance does not know its own
   * address.
   */
  readonly link?: string;
}

const dayOfStamp = (moment: string, timeZone = usualTimeZone): IsoDate =>
  moment.length === 10 ? moment : dayIn(new Date(moment), timeZone);

/** Writes the filters of a figure: the moment of knowledge and the chosen plan. */
export function filtersInWords(
  { known_at, plan, time_zone }: FigureStamp,
  language: Language,
): readonly string[] {
  const words = kitLabels[language];
  return [
    ...(known_at === undefined
      ? []
      : [words.knownAt(formatDate(dayOfStamp(known_at, time_zone), language, 'long'))]),
    ...(plan === undefined ? [] : [words.plan[plan]]),
  ];
}

/** Writes the revision, the day of recording and the version of the definitions. */
export const madeInWords = (
  { revision, made_at, definitions, time_zone }: FigureStamp,
  language: Language,
): string =>
  [
    kitLabels[language].stamped(
      revision,
      formatDate(dayOfStamp(made_at, time_zone), language, 'long'),
    ),
    ...(definitions === undefined ? [] : [definitionsLine(definitions, language)]),
  ].join(kitLabels[language].separator);

/** Writes the source of a figure; nothing where no source is stated. */
export const sourceInWords = (source: string, language: Language): readonly string[] =>
  source === '' ? [] : [kitLabels[language].source(source)];
