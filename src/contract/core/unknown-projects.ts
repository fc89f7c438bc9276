import type { UnknownProjects } from '#domain/projects/first-known-day.ts';
import { isoDate } from './primitives.ts';
import { typeSchema, z } from './zod.ts';

const unknownProjects = typeSchema<UnknownProjects>(
  z.strictObject({
    as_of: isoDate,
    projects: z.literal('unknown'),
    first_known_day: isoDate.exactOptional(),
  }),
);
/**
 * Figures of projects, or the statement that the projects of the day are unknown: there are none,
 * or the day is before the first known day.
 */
export const orUnknown = <T>(figures: z.ZodType<T>) => z.union([figures, unknownProjects]);

/** The figures alone. */
export const pickFigures = <T>({ options: [figures] }: ReturnType<typeof orUnknown<T>>) => figures;
