import { compact } from '#domain/values/compact.ts';
import type { DataStatus, Origin } from '#domain/values/data-status.ts';
import type { Checkpoint, Indicator, PlanPath, Target } from './indicator.ts';
import type { Text } from '#domain/values/language.ts';
import type { CompleteFrom } from '#domain/projects/first-known-day.ts';
import type { Qualifier } from '#domain/values/money.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Stage, StageMapping } from '#domain/projects/stage.ts';

export interface FunctionZone {
  readonly id: string;
  readonly name: Text;
}
/** How an industry is marked: one of eight, or the mark that all others share. */
export type IndustryMark =
  | 'eco'
  | 'material'
  | 'energy'
  | 'bio'
  | 'ict'
  | 'services'
  | 'seventh'
  | 'eighth'
  | 'other';
/**
 * `colour` is its mark, assigned once by id and stored, so that it never changes by day or filter.
 */
export interface Industry {
  readonly id: string;
  readonly name: Text;
  readonly short: Text;
  readonly colour: IndustryMark;
}
export interface Phase {
  readonly id: string;
  readonly name: Text;
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** A figure as published: with its words, source and date. */
export interface PublishedFact {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly qualifier?: Qualifier;
  readonly date: IsoDate;
  readonly source: string;
  /**
   * What it counts, in the source's own words, where no term of the field says it: "in reserve".
   */
  readonly name?: Text;
  /** Words that the source used where they differ from the present label, as "in negotiation". */
  readonly note?: Text;
}
export interface Partner {
  readonly id: string;
  readonly type: 'finance' | 'association' | 'local_government' | 'planner';
  readonly name: Text;
  /** JIS X 0401 code for local governments. */
  readonly prefecture?: string;
  readonly source: string;
  readonly date: IsoDate;
}
export interface Source {
  readonly id: string;
  readonly title: Text;
  readonly date: IsoDate;
  readonly url?: string;
}

/** Thresholds of now ÷ plan, as percent (design 7.3): 105, 95, 80 unless the zone changes them. */
export interface VerdictThresholds {
  readonly ahead: number;
  readonly on: number;
  readonly slightly: number;
}

/**
 * A zone's own words for stages, in its three languages; a stage without any is called by the words
 * of the field.
 */
export type StageWords = Readonly<Partial<Record<Stage, Text>>>;

/** Everything that says which zone this is and what it promised. Data, never code. */
export interface ZoneProfile {
  readonly origin: Origin;
  readonly name: Text;
  readonly short_name: Text;
  /** True for the fictional Example Zone. */
  readonly fictional: boolean;
  readonly base_currency: string;
  readonly area_km2?: string;
  readonly standing?: Text;
  readonly theme?: Text;
  readonly function_zones: readonly FunctionZone[];
  readonly industries: readonly Industry[];
  readonly phases: readonly Phase[];
  readonly phase_note?: Text;
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
  readonly checkpoints: readonly Checkpoint[];
  readonly plan_path: PlanPath;
  readonly stage_mapping: StageMapping;
  readonly stage_words?: StageWords;
  /**
   * From this day on the list of projects is complete, though its first edition is of a later day.
   */
  readonly complete_from?: CompleteFrom;
  /**
   * By which rule the histories of projects are made, where they were made anew by a later one than
   * the first.
   */
  readonly history_rule?: number;
  readonly thresholds: VerdictThresholds;
  readonly partners: readonly Partner[];
  readonly published: readonly PublishedFact[];
  readonly sources: readonly Source[];
  /** The day of the data; for a sample a day in the past. */
  readonly data_date: IsoDate;
  readonly data_status: DataStatus;
}

/** Fields of a zone to change. `complete_from: null` takes the declared day back. */
export type ZoneChanges = Partial<Omit<ZoneProfile, 'complete_from'>> & {
  readonly complete_from?: CompleteFrom | null;
};
/** A zone with these changes. */
export function changeZone(
  zone: ZoneProfile,
  { complete_from, ...changes }: ZoneChanges,
): ZoneProfile {
  const { complete_from: declared, ...rest } = zone;
  const day = complete_from === undefined ? declared : (complete_from ?? undefined);
  return { ...rest, ...changes, ...compact({ complete_from: day }) };
}
