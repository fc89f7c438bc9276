import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import { minorDigits } from '#domain/values/money.ts';
import { standingOf, type WholePlan } from '../import-context.ts';

/** The truth about a register, from a person who knows it. */
export interface Truth {
  readonly projects: number;
  /** Sum of planned investment by currency, in major units. */
  readonly sums: Readonly<Record<string, string>>;
  /** The number of projects by standing; `unknown` where the register does not show it. */
  readonly stages: Readonly<Record<string, number>>;
  /** The names of the first projects, in the order of the file. */
  readonly names: readonly string[];
}
/** A register to import, with the expected result. */
export interface Register {
  /** Its special feature. */
  readonly name: string;
  readonly language: string;
  readonly file: string | Uint8Array;
  readonly fileName?: string;
  readonly truth: Truth;
  /** Answers of a person besides the kind of the file; each is a decision. */
  readonly answers?: ImportAnswers;
}

/** The result of an import, in the terms of its truth. */
export function resultOf(plan: WholePlan, names: number): Truth {
  const stages: Record<string, number> = {};
  for (const stage of standingOf(plan))
    stages[stage ?? 'unknown'] = (stages[stage ?? 'unknown'] ?? 0) + 1;
  const sums = plan.preview.sums
    .filter(({ measure }) => measure === 'total_investment')
    .map(({ currency, minor }) => [currency, scaleByTen(minor, -minorDigits(currency))] as const);
  return {
    projects: plan.records.length,
    sums: Object.fromEntries(sums),
    stages,
    names: plan.records.slice(0, names).map(({ facts }) => facts.name),
  };
}
