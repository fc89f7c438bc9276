import type { ReportDeliveryState, ReportFileFault } from '#contract/report-files/constants.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Month } from '#domain/values/date.ts';
import type { LogoType } from '#domain/zone/report/report-logo.ts';
import type { Fixed } from './column-types.ts';

/** The bytes of a logo in base64, with its size in pixels. Each content is stored once. */
export interface LogoTable {
  sha256: Fixed<string>;
  media_type: Fixed<LogoType>;
  width: Fixed<number>;
  height: Fixed<number>;
  content: Fixed<string>;
}

/** The delivery of the files of a closed month, or the fault. Not part of any revision. */
export interface ReportDeliveryTable {
  origin: Fixed<Origin>;
  period: Fixed<Month>;
  /** The revision that closed the month. */
  closed_in: Fixed<number>;
  state: ReportDeliveryState;
  attempts: number;
  at: string;
  next_try_at: string | null;
  error: ReportFileFault | null;
  files: number | null;
}

export interface ReportTables {
  logo: LogoTable;
  report_delivery: ReportDeliveryTable;
}
