import { useMutation, useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import {
  addFirstTargets,
  findFirstTargets,
  findIndicatorOf,
  findTemplate,
  type FirstTarget,
  type FirstTargetYears,
} from '#domain/targets/setup/first-targets.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { call, callTagged } from '#web/data/transport.ts';
import { useEnsureZone } from '#web/features/setup/use-ensure-zone.ts';

/** One value that another person changed in the meantime. */
export interface TargetConflict {
  readonly template: string;
  readonly field: 'annual' | 'final';
  readonly was: Decimal | undefined;
  readonly mine: Decimal | undefined;
  readonly theirs: Decimal | undefined;
}
export interface TargetSave {
  readonly rows: readonly FirstTarget[];
  /** Templates whose tick was removed: their targets are removed. */
  readonly removed: readonly string[];
  readonly years: FirstTargetYears;
  /** The zone that the form showed. */
  readonly base: ZoneProfile | undefined;
  /** The currency of a zone that this save makes. */
  readonly currency: string;
  /** Overwrites the values of others. */
  readonly isMine: boolean;
  readonly reason: string;
}

const listValues = (zone: ZoneProfile | undefined, id: string, year: number) => {
  const template = findTemplate(id);
  const indicator =
    zone === undefined || template === undefined
      ? undefined
      : findIndicatorOf(zone.indicators, template);
  const observation =
    zone === undefined || indicator === undefined
      ? undefined
      : findFirstTargets(zone.targets, indicator.id, year);
  return { annual: observation?.annual?.value, final: observation?.final?.value };
};

function findConflicts({ rows, years, base }: TargetSave, now: ZoneProfile): TargetConflict[] {
  return rows.flatMap((row) => {
    const [was, theirs] = [base, now].map((zone) => listValues(zone, row.template, years.year));
    return (['annual', 'final'] as const).flatMap((field) =>
      was?.[field] === theirs?.[field] || theirs?.[field] === row[field]
        ? []
        : [
            {
              template: row.template,
              field,
              was: was?.[field],
              mine: row[field],
              theirs: theirs?.[field],
            },
          ],
    );
  });
}

/** The zone without the targets of the templates whose tick was removed. */
function withoutTargets(zone: ZoneProfile, templateIds: readonly string[]): ZoneProfile {
  const indicatorIds = templateIds.flatMap((id) => {
    const template = findTemplate(id);
    return template === undefined ? [] : (findIndicatorOf(zone.indicators, template)?.id ?? []);
  });
  return {
    ...zone,
    targets: zone.targets.filter(({ indicator }) => !indicatorIds.includes(indicator)),
  };
}

/**
 * Saves the indicators and targets of the set-up in one revision. Values that another person
 * changed in the meantime are returned, and then nothing is stored.
 * @throws ProblemError from the function
 */
export function useSaveTargets() {
  const client = useQueryClient();
  const ensureZone = useEnsureZone();
  return useMutation({
    mutationFn: async (save: TargetSave): Promise<readonly TargetConflict[]> => {
      await ensureZone(save.base, { base_currency: save.currency });
      const now = await callTagged(endpoints.zone);
      const conflicts = save.isMine ? [] : findConflicts(save, now.data);
      if (conflicts.length > 0) return conflicts;
      const zone = withoutTargets(now.data, save.removed);
      await call(endpoints.updateZone, {
        body: { ...addFirstTargets(zone, save.rows, save.years), reason: save.reason },
        headers: now.etag ? { 'if-match': now.etag } : {},
      });
      return [];
    },
    onSuccess: () => client.invalidateQueries(),
  });
}
