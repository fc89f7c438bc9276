import type { Verdict } from '#domain/targets/target-row.ts';
import type { OutcomeText } from './outcome.ts';

export type Mark = 'up' | 'bars' | 'down' | 'down-strong' | 'check' | 'cross' | 'ring';
/** A value in three parts, so that the number can be set in a larger size than its words. */
export interface ValueParts {
  readonly prefix: string;
  readonly number: string;
  readonly suffix: string;
  /** Its day, from the longest form to the shortest. */
  readonly dates: readonly [long: string, short: string];
}

/** One target as drawn: ratios are shares, every text is complete. */
export interface BulletRow {
  readonly indicator: string;
  readonly name: string;
  /** The target as published, as "more than 200". */
  readonly target: string;
  /** The text below the name: where the plan starts, or what the value covers. */
  readonly under: string;
  /** The earlier target and its last day. */
  readonly was?: string;
  /** The period of the value of a flow, as over the last 12 months. */
  readonly basis?: string;
  readonly now?: ValueParts;
  /** Value and target in the second currency. */
  readonly secondary?: string;
  /** The text in place of a value: not reported, no checklist, n of N. */
  readonly absent?: string;
  /** Bars of invented values are hatched. */
  readonly hatched: boolean;
  readonly planBullet?: {
    readonly ratio: number;
    readonly label: string;
    readonly gap: string;
    readonly line: string;
    /** The plan to date with its label. */
    readonly plan: string;
    /** The content of the bullet, as read out. */
    readonly alt: string;
  };
  readonly targetBullet?: {
    readonly share: number;
    readonly label: string;
    /** Plan to date as a share of the target. */
    readonly plan?: number;
    readonly start?: number;
    readonly forecast?: {
      readonly low: number;
      readonly middle: number;
      readonly high: number;
      readonly label: string;
      readonly short: string;
      /** From low to high, as (155–212). */
      readonly range: string;
      /** The middle as a share of the target, as 92%. */
      readonly shareText: string;
      /** The same in words, as 92% of target. */
      readonly ofTarget: string;
    };
    readonly refused?: string;
    readonly refusedShort?: string;
    /** The content of the bullet, as read out. */
    readonly alt: string;
  };
  readonly verdict: {
    readonly id: Verdict;
    readonly mark: Mark;
    readonly words: string;
    /** Based on invented values: drawn in neutral ink. */
    readonly example: boolean;
    readonly short: boolean;
    /** Its points from the plan, as "12.92 points behind". */
    readonly points?: string;
    /** The result at the present pace. */
    readonly outcome?: OutcomeText;
  };
  readonly alt: string;
}
export interface TargetsSeries {
  readonly heads: {
    readonly planBullet: string;
    readonly plan: string;
    readonly targetBullet: string;
    readonly target: string;
    readonly target100: string;
    /** The meaning of the band, with its day. */
    readonly forecast: string;
    /** The word before a forecast value. */
    readonly forecastWord: string;
    readonly ofPlan: string;
    readonly ofTarget: string;
    readonly verdict: string;
  };
  readonly rows: readonly BulletRow[];
}
