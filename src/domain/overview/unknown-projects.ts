import { isBeforeRegister } from '#domain/projects/first-known-day.ts';
import type { Overview } from './overview.ts';

/**
 * Whether an overview knows nothing of projects, not even that there is none: nobody has entered
 * one, or its day is before the first known day.
 */
export const areProjectsUnknown = ({
  as_of,
  first_known_day: first,
  strip,
}: Pick<Overview, 'as_of' | 'first_known_day' | 'strip'>): boolean =>
  first === undefined ? strip.groups.length === 0 : isBeforeRegister(as_of, first);
