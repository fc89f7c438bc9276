import { formatTarget } from '#domain/targets/format-target.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { compact } from '#domain/values/compact.ts';
import { type Decimal, subtractDecimal, toNumber } from '#domain/values/decimal.ts';
import { differenceUnit, formatPercent, formatValue } from '#domain/values/format.ts';
import { explainTerms } from './labels/index.ts';
import type { ExplainedPart } from '#domain/measures/explanation.ts';
import { inAll } from './texts.ts';

/** The target, the share of it that the ceiling is, and what is left between both. */
export function ceilingParts(
  row: TargetRow,
  ceiling: Decimal,
  target: Decimal,
): readonly ExplainedPart[] {
  const share = toNumber(ceiling) / toNumber(target);
  const difference = subtractDecimal(ceiling, target);
  const unit = differenceUnit(row.unit);
  return [
    {
      name: explainTerms.parts.target,
      text: inAll((language) => formatTarget(row.comparator, target, row.unit, language)),
    },
    ...(!Number.isFinite(share)
      ? []
      : [
          {
            name: explainTerms.parts.target_share,
            text: inAll((language) => formatPercent(share, language)),
          },
        ]),
    {
      name: explainTerms.parts.target_difference,
      text: inAll(
        (language) =>
          formatValue(difference, unit, language, { signed: true, ...compact({ like: target }) })
            .text,
      ),
    },
  ];
}
