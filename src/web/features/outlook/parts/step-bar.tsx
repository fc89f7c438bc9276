import type { OutlookRange } from '#domain/outlook/outlook.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { compareDecimal, type Decimal } from '#domain/values/decimal.ts';
import * as stepBarStyles from './step-bar.module.css';

/** A part of the way to a target, with its share of the whole way, 0 to 1. */
interface WayPart {
  readonly key: string;
  readonly share: number;
}

/**
 * Lists today's value, what the projects add by stage, and what is missing even then, with the
 * place of the target.
 */
function findParts(
  { target }: TargetRow,
  range: OutlookRange,
): { readonly parts: readonly WayPart[]; readonly goal: number | undefined } {
  const isMissing = compareDecimal(range.missing, '0') > 0;
  const whole = Number(isMissing ? (target ?? range.ceiling) : range.ceiling) || 1;
  const part = (key: string, value: Decimal): WayPart => ({
    key,
    share: Math.max(0, Number(value)) / whole,
  });
  return {
    parts: [
      part('today', range.now),
      ...range.steps.map(({ key, adds }) => part(key, adds)),
      ...(isMissing ? [part('missing', range.missing)] : []),
    ],
    goal: target === undefined ? undefined : Number(target) / whole,
  };
}

/**
 * The parts of a target side by side, each as wide as its share, with a line at the target. Today's
 * value is hatched if it is an example. The numbers stand beside the bar, so it is not read out.
 */
export function StepBar({ row, range }: { readonly row: TargetRow; readonly range: OutlookRange }) {
  const { parts, goal } = findParts(row, range);
  const start = (at: number): number =>
    parts.slice(0, at).reduce((sum, { share }) => sum + share, 0);
  const isExample = row.now?.data_status === 'illustrative';
  return (
    <svg className={`${stepBarStyles.bar} ${stepBarStyles.parts}`} aria-hidden="true">
      {parts.map(({ key, share }, at) => (
        <rect
          key={key}
          data-step={key}
          x={`${start(at) * 100}%`}
          width={`${share * 100}%`}
          height="100%"
          fill={isExample && key === 'today' ? 'url(#page-example)' : undefined}
        />
      ))}
      {goal === undefined ? null : (
        <line x1={`${goal * 100}%`} x2={`${goal * 100}%`} y1="-3" y2="115%" />
      )}
    </svg>
  );
}
