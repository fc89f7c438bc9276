import type { ForeignName } from './foreign-names.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { Issue } from '#domain/projects/issue.ts';
import type { DoubtRule } from '#domain/doubts/doubt.ts';
import type { Achievement, ClosedPeriod } from '#domain/targets/period-close.ts';
import type { Outlook } from '#domain/outlook/outlook.ts';
import type { Language, Text } from '#domain/values/language.ts';
import type { RegisterChanges } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ValuesBefore } from './value-before.ts';
import type { ReportPeriod } from './report-period.ts';
import type { Decision } from '#domain/work/decision.ts';
import type { ReportLogo } from '#domain/zone/report/report-logo.ts';
import type { ReportSectionId, ReportTemplate } from '#domain/zone/report/report-template.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

/** A table as readers see it: cells as text, numbers aligned to the right. */
export interface ReportTable {
  readonly columns: readonly { readonly label: string; readonly right: boolean }[];
  readonly rows: readonly (readonly string[])[];
  /** The number of omitted rows, in words. */
  readonly more?: string;
  /** The figure of each cell, as `writeFigureName` names it; null where it has none. */
  readonly figures?: readonly (readonly (string | null)[])[];
}
export type ReportBlock =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** A note in small type. */
      readonly note?: true;
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      /** The number of the table as text, as Table 1. */
      readonly label?: string;
      readonly table: ReportTable;
    }
  | {
      readonly kind: 'figure' /** Id of a chart. */;
      readonly chart: string;
      readonly measure?: string;
      /** The number of the figure as text, as Figure 1. */
      readonly label?: string;
      /** A saved chart: its title, its text alternative, and the query of its file. */
      readonly saved?: {
        readonly id: string;
        readonly title: string;
        readonly alt: string;
        readonly query: Readonly<Record<string, string>>;
      };
      /** Omitted where other tables of the report have the rows. */
      readonly table?: ReportTable;
    };
/** Whether a report has the first rows and names, for paper, or more. */
export type ReportExtent = 'short' | 'full';
export interface ReportSection {
  readonly id: ReportSectionId;
  /**
   * Its number with the mark after it, in the style of the language. Omitted where the language
   * uses none.
   */
  readonly number?: string;
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}
/** The content of a monthly or quarterly report, for page, PDF and slides. */
export interface Report {
  readonly language: Language;
  readonly title: string;
  /** The start of the title, after which a title breaks that is too long for a line. */
  readonly title_start: string;
  readonly subtitle: string;
  /** Says that values are invented. Omitted when none is. */
  readonly warning?: string;
  readonly data_status: DataStatus;
  /** Zone, day, status and revision, at the foot of every page. */
  readonly foot: string;
  /** Zone and period, at the head of every page. */
  readonly header: string;
  /** The issuing office and the day, under the title and as the signature. */
  readonly issued: {
    readonly by: string;
    readonly day: string;
    /** The author. Omitted unless the zone names one. */
    readonly contact?: string;
    /** The line for the signature. Omitted unless the zone has one. */
    readonly signature?: string;
    /** At the head of the first page; `alt` names its owner. */
    readonly logo?: ReportLogo & { readonly alt: string };
  };
  readonly sections: readonly ReportSection[];
  /** Names of another language that its texts hold. Omitted when there is none. */
  readonly foreign_names?: readonly ForeignName[];
  /** The report as texts for a message: one sentence, and one page. */
  readonly messages: { readonly sentence: string; readonly page: string };
  /** The moment at which its figures were known, where that is not the present. */
  readonly known_at?: string;
}

/** One change in the history of a report. */
export interface LoggedChange {
  readonly revision: number;
  readonly recorded_at: string;
  /** Omitted when the reader may not see it. */
  readonly author?: string;
  readonly kind: string;
  readonly reason: string;
  /** The revision that it undoes. */
  readonly undoes?: number;
}
export interface OpenIssue extends Issue {
  readonly code: string;
  readonly name: string;
}
/** A doubt that nobody dismissed: its number of rows, and the names in the first ones. */
export interface ReportDoubt {
  readonly rule: DoubtRule;
  readonly count: number;
  readonly names: readonly Text[];
}
/** A decision with its subject in words. */
export interface ReportDecision extends Omit<Decision, 'revision'> {
  readonly about: Text;
}
/** The input of a report, all of one revision. */
export interface ReportInput {
  readonly language: Language;
  readonly period?: ReportPeriod;
  readonly overview: Overview;
  readonly profile: ZoneProfile;
  /** The present template of the zone's reports, also for a month that was closed before. */
  readonly template?: ReportTemplate;
  readonly recorded_at: string;
  /** The values of targets a year before. Omitted: not known. */
  readonly values_before?: ValuesBefore;
  /** Whether each target will be met. Omitted for a digest. */
  readonly outlook?: Outlook;
  /** The month is closed, and the figures are those of its closing. */
  readonly closed?: Pick<ClosedPeriod, 'period' | 'closed_at'>;
  /** Omitted without a compared day. */
  readonly changes?: RegisterChanges;
  /** Open issues on the day. Omitted when the reader may not see them. */
  readonly issues?: readonly OpenIssue[];
  /** Decisions that are not done on the day. Omitted when the reader may not see them. */
  readonly decisions?: readonly ReportDecision[];
  /** The achievements in the months of the report. Omitted if the reader may not see them. */
  readonly achievements?: readonly Achievement[];
  /** Omitted when the reader may not see them. */
  readonly doubts?: readonly ReportDoubt[];
  /**
   * Changes of the period, newest first, cut; `log_total` counts all. Omitted when the reader may
   * not see them.
   */
  readonly log?: readonly LoggedChange[];
  readonly log_total?: number;
  /** Saved charts of the report, as blocks of its figures. */
  readonly saved?: readonly ReportBlock[];
  /** The moment at which everything was known. Omitted for the present. */
  readonly known_at?: string;
  /** The day up to which next steps are listed. */
  readonly next_until: IsoDate;
}
