import { outputIndicators } from '#domain/zone/templates/output-indicators.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';

/**
 * Whether readers need the note that investment is no output and a project no company: only beside
 * a target for companies or for industrial output.
 */
export const needsComparisonNote = (
  targets: readonly Pick<TargetRow, 'indicator' | 'unit'>[],
): boolean =>
  targets.some(
    ({ indicator, unit }) => unit === 'companies' || outputIndicators.includes(indicator),
  );
