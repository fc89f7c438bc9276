import type { Origin } from '#domain/data-status.ts';
import type { Indicator, Observation } from '#domain/indicator.ts';
import type { Language } from '#domain/language.ts';
import type { ImportedColumn, IsoDate, ProjectRecord } from '#domain/project.ts';
import type { StageMapping } from '#domain/stage.ts';
import type { FunctionZone, Industry } from '#domain/zone.ts';
import type { ImportAnswers, ImportPreview } from '#contract/imports.ts';

/** What the importer must know of the store to say what a file would change. Plain data: it crosses to a worker. */
export interface KnownRegister {
  readonly revision: number;
  /** True when the zone has data of its own: then a file is not asked what it is. */
  readonly has_own: boolean;
  /** True when an example is in the store: a first import of own data asks whether it stays. */
  readonly has_sample?: boolean;
  /** The wall clock's day, the last resort for a file without any date. */
  readonly today: IsoDate;
  readonly industries: readonly Industry[];
  readonly function_zones: readonly FunctionZone[];
  readonly indicators: readonly Indicator[];
  /** Which stages count as established and as pipeline; absent: the default. */
  readonly stage_mapping?: StageMapping;
  /** What was decided for files of each shape. */
  readonly remembered?: Readonly<Record<string, ImportAnswers>>;
  /** The own register, as last stored. */
  readonly records: readonly ProjectRecord[];
  /** The own observations, as last stored. */
  readonly observations: readonly Observation[];
}

/** The row that a record came from. */
export interface RecordSource {
  readonly code: string;
  readonly row: number;
  /** Original texts by the letter of their column. */
  readonly texts: Readonly<Record<string, string>>;
}

/** How the zone's profile changes: nothing, a copy of the shown one as own, or a new zone with no targets. */
export type ProfileChange =
  | { readonly kind: 'keep' }
  | { readonly kind: 'copy_as_own'; readonly as_of?: IsoDate }
  | {
      readonly kind: 'new_zone';
      readonly name: string;
      readonly base_currency: string;
      readonly industries: readonly string[];
      readonly as_of?: IsoDate;
    };

/** One import as data: what the preview shows is what the commit stores. */
export interface ImportPlan {
  readonly preview: ImportPreview;
  /** The shape of the file, under which the decisions are remembered. */
  readonly shape: string;
  /** The answers that this plan was made under, remembered ones among them. */
  readonly answers: ImportAnswers;
  /** The revision of the register that it was compared with. */
  readonly revision: number;
  readonly origin: Origin;
  /** New and changed records only: unchanged ones are not written. */
  readonly records: readonly ProjectRecord[];
  readonly sources: readonly RecordSource[];
  /** Which column each value came from. */
  readonly columns: readonly ImportedColumn[];
  /** New and changed observations only. */
  readonly observations: readonly Observation[];
  readonly profile: ProfileChange;
  /** The example stays in the store beside the own data. */
  readonly keep_sample?: boolean;
}

export interface ImportProgress {
  readonly phase: 'reading' | 'matching' | 'comparing';
  /** 0–1. */
  readonly share: number;
  readonly rows: number;
}

/** One run of the importer: the same object for every host. */
export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly answers: ImportAnswers;
  readonly known: KnownRegister;
  readonly language: Language;
}

/** Where the work is done: in this thread, in a worker thread, in a Web Worker. */
export interface ImportHost {
  run(request: ImportRequest, onProgress?: (progress: ImportProgress) => void): Promise<ImportPlan>;
}
export interface Importer {
  /** Throws `ImportFailure` where the file as a whole can't be read; everything else is in the plan. */
  preview(
    bytes: Uint8Array | AsyncIterable<Uint8Array>,
    file: string,
    answers: ImportAnswers,
    known: KnownRegister,
    options?: { readonly language?: Language; readonly onProgress?: (progress: ImportProgress) => void },
  ): Promise<ImportPlan>;
}
