import type { ReportTemplate } from './report/report-template.ts';
import type { DataStatus, Origin } from '#domain/values/data-status.ts';
import type { Checkpoint, Indicator, PlanPath, Target } from './indicator.ts';
import type { Gate } from '#domain/projects/gate.ts';
import type { Text } from '#domain/values/language.ts';
import type { CompleteFrom } from '#domain/projects/first-known-day.ts';
import type { Qualifier } from '#domain/values/money.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Licence, Withheld } from './rights/redistribution.ts';
import type { Stage, StageMapping } from '#domain/projects/stage.ts';

export interface FunctionZone {
  readonly id: string;
  readonly name: Text;
}
/** The mark of an industry: one of eight, or the mark that all further industries share. */
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
 * `colour` is the mark of the industry. It is assigned once by id and stored, so that it depends on
 * no day or filter.
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

/** A published figure with its source and date. */
export interface PublishedFact {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly qualifier?: Qualifier;
  readonly date: IsoDate;
  readonly source: string;
  /**
   * What the figure counts, in the words of the source, as "in reserve". Omitted when a term of the
   * field names it.
   */
  readonly name?: Text;
  /** The wording of the source where it differs from the label, as "in negotiation". */
  readonly note?: Text;
}
export const partnerTypes = [
  'finance',
  'association',
  'local_government',
  'planner',
  'other',
] as const;
export type PartnerType = (typeof partnerTypes)[number];
/** A partner from the day of its agreement on, to the day on which that ended. */
export interface Partner {
  readonly id: string;
  readonly type: PartnerType;
  readonly name: Text;
  /** JIS X 0401 code for local governments. */
  readonly prefecture?: string;
  readonly source: string;
  readonly date: IsoDate;
  readonly ended?: IsoDate;
}
export interface Source {
  readonly id: string;
  readonly title: Text;
  readonly date: IsoDate;
  readonly url?: string;
}

/** Thresholds of now ÷ plan in percent (design 7.3). The default is 105, 95 and 80. */
export interface VerdictThresholds {
  readonly ahead: number;
  readonly on: number;
  readonly slightly: number;
}

/**
 * A zone's own names of stages in three languages. A stage without a name here keeps its usual
 * name.
 */
export type StageWords = Readonly<Partial<Record<Stage, Text>>>;

/** The roles that may be the lowest to make shared links. */
export const linkSharers = ['analyst', 'manager', 'admin'] as const;
export type LinkSharer = (typeof linkSharers)[number];
/** The rules of a zone for shared links. A rule that is omitted does not apply. */
export interface LinkPolicy {
  /** The longest life of a link in days. */
  readonly longest_days?: number;
  readonly password_required?: true;
  readonly downloads_forbidden?: true;
  readonly live_forbidden?: true;
  /** The lowest role that may make links. Omitted: analysts. */
  readonly sharer?: LinkSharer;
}

/** The settings of a zone: its identity and its promises. Data, never code. */
export interface ZoneProfile {
  readonly origin: Origin;
  readonly name: Text;
  readonly short_name: Text;
  /** Whether it is the fictional Example Zone. */
  readonly fictional: boolean;
  readonly base_currency: string;
  /** The IANA name of the time zone in which its days end, as Asia/Shanghai. Omitted: UTC. */
  readonly time_zone?: string;
  /** The day of the next month on which the numbers of a month are due. Omitted: the first. */
  readonly report_day?: number;
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
   * The day from which the list of projects is complete, where that is before its first edition.
   */
  readonly complete_from?: CompleteFrom;
  /** The rule that made the histories of the projects. Omitted for the first rule. */
  readonly history_rule?: number;
  readonly thresholds: VerdictThresholds;
  readonly link_policy?: LinkPolicy;
  /** Omitted: no licence is given. */
  readonly licence?: Licence;
  /** Data that may not be redistributed. Omitted if there are none. */
  readonly withheld?: Withheld;
  /** The layout of its reports. Omitted: as usual. */
  readonly report?: ReportTemplate;
  /** Gates and legal clocks. Omitted: the usual ones. */
  readonly gates?: readonly Gate[];
  readonly partners: readonly Partner[];
  readonly published: readonly PublishedFact[];
  readonly sources: readonly Source[];
  /** The day of the data. For a sample it is in the past. */
  readonly data_date: IsoDate;
  readonly data_status: DataStatus;
}

/** Whether a zone is taken to be in China: its currency is the yuan. */
export const isInChina = ({ base_currency }: Pick<ZoneProfile, 'base_currency'>): boolean =>
  base_currency === 'CNY';

type RemovableField =
  | 'complete_from'
  | 'area_km2'
  | 'standing'
  | 'theme'
  | 'phase_note'
  | 'gates'
  | 'time_zone'
  | 'licence'
  | 'withheld'
  | 'report_day'
  | 'report';
/** Fields of a zone to change. `null` removes one. */
export type ZoneChanges = Partial<Omit<ZoneProfile, RemovableField>> & {
  readonly [K in RemovableField]?: NonNullable<ZoneProfile[K]> | null;
};
/** Applies changes to the settings of a zone. */
export function changeZone(zone: ZoneProfile, changes: ZoneChanges): ZoneProfile {
  const next = { ...zone, ...changes };
  return Object.fromEntries(
    Object.entries(next).filter(([, value]) => value !== null && value !== undefined),
  ) as unknown as ZoneProfile;
}
