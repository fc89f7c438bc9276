import { targetKey } from '#domain/zone/indicator.ts';
import { compact } from '#domain/values/compact.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ChangedValue } from '#domain/targets/period-close.ts';
import { pickChangedValue, pickPlan, pickTarget } from './allowed-fields.ts';
import type { SharedOverview } from './shared-overview.ts';
import { redactIndicators } from './shared-register-changes.ts';

interface TargetParts {
  /** The link shows former values. */
  readonly revisions: boolean;
  /** The link shows the compared day. */
  readonly isCompared: boolean;
}

/**
 * Redacts the targets of an overview: those that links may show, with the changes of their
 * indicators since the compared day.
 */
export function redactTargets(
  overview: Overview,
  { revisions, isCompared }: TargetParts,
): Partial<SharedOverview> {
  const { plan, thresholds, indicator_changes } = overview;
  const targets = overview.targets.filter((row) => row.is_shared !== false);
  const main = targets.find((row) => targetKey(row) === overview.main_measure) ?? targets[0];
  const changes = revisions ? redactChanges(overview) : {};
  return {
    targets: targets.map((row) => pickTarget(row, revisions)),
    ...compact({
      indicator_changes:
        isCompared && indicator_changes !== undefined
          ? redactIndicators(indicator_changes, revisions)
          : undefined,
    }),
    main_measure: main === undefined ? '' : targetKey(main),
    plan: pickPlan(plan),
    thresholds: { ahead: thresholds.ahead, on: thresholds.on, slightly: thresholds.slightly },
    ...changes,
  };
}

/** The changes of closed months, without those of indicators that no link shows. */
function redactChanges({
  targets,
  closed,
  reopened,
}: Overview): Pick<SharedOverview, 'closed' | 'reopened'> {
  const hiddenCodes = new Set(
    targets.flatMap(({ is_shared, indicator }) => (is_shared === false ? [indicator] : [])),
  );
  const redact = (changed: readonly ChangedValue[]) =>
    changed.filter(({ indicator }) => !hiddenCodes.has(indicator)).map(pickChangedValue);
  return compact({
    closed:
      closed === undefined ? undefined : { period: closed.period, changed: redact(closed.changed) },
    reopened: reopened === undefined ? undefined : redact(reopened),
  });
}
