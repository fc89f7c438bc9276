import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import { minorDigits } from '#domain/values/money.ts';
import { standingOf, type WholePlan } from '../import-context.ts';

/** What a person who knows the register would say of it. */
export interface Truth {
  readonly projects: number;
  /** Sum of the total investments by currency, in major units. */
  readonly sums: Readonly<Record<string, string>>;
  /** How many projects stand where; `unknown` where the register says nothing that is known. */
  readonly stages: Readonly<Record<string, number>>;
  /** The names of the first projects, in the order of the file. */
  readonly names: readonly string[];
}
/** A register that somebody may bring, with what must come of it. */
export interface Register {
  /** What is unlike others in it. */
  readonly name: string;
  readonly language: string;
  readonly file: string | Uint8Array;
  readonly fileName?: string;
  readonly truth: Truth;
  /** What a person has to answer besides what the file is: each is a decision. */
  readonly answers?: ImportAnswers;
}

/** What an import made of a register, in the words of its truth. */
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
