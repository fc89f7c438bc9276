import { endpoints } from '#contract/endpoints.ts';
import type { Text } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';
import { browserTimeZone } from '#web/features/time-zone/time-zone-field.tsx';

interface NamedZone {
  readonly name?: Text;
  readonly short_name?: Text;
  readonly base_currency: string;
  readonly time_zone?: string;
}

/**
 * Returns a function that creates the own zone where there is none.
 * @returns the new zone; undefined where one exists, also one of another manager
 * @throws ProblemError from the function, except for a zone that exists
 */
export function useEnsureZone() {
  return async (
    zone: ZoneProfile | undefined,
    { time_zone = browserTimeZone(), ...named }: NamedZone,
  ): Promise<ZoneProfile | undefined> => {
    if (zone !== undefined) return undefined;
    try {
      return await call(endpoints.createZone, {
        body: { ...named, time_zone },
        headers: idempotencyKey(),
      });
    } catch (error) {
      if (toProblem(error).code === 'conflict') return undefined;
      throw error;
    }
  };
}
