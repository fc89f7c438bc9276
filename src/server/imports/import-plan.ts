import type { Origin } from '#domain/values/data-status.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import type { Language, Text } from '#domain/values/language.ts';
import type { ImportedColumn, ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { AbsenceStatement, EditionStatement } from '#domain/projects/edition-statement.ts';
import type { StageMapping } from '#domain/projects/stage.ts';
import type { FunctionZone, Industry, StageWords } from '#domain/zone/zone.ts';
import type { ImportAnswers, ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { StoredAnswer } from '#server/http/idempotency-store.ts';
import type { StatedProject } from '#server/projects/history/history-store.ts';
import type { EditionFacts, StoredEdition } from '#server/projects/history/statement-store.ts';

/**
 * What the importer must know of the store to say what a file would change. Plain data: it crosses
 * to a worker.
 */
export interface KnownRegister {
  readonly revision: number;
  /** What the zone that is shown is called, for the question whose register a file is. */
  readonly zone_name?: Text;
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
  /** The zone's own words for stages. */
  readonly stage_words?: StageWords;
  /** What was decided for files of each shape. */
  readonly remembered?: Readonly<Record<string, ImportAnswers>>;
  /** The editions of the own register that are stored, by their days. */
  readonly editions?: readonly StoredEdition[];
  /** The day of the newest edition that lists a project. */
  readonly newest_edition?: IsoDate;
  /** The own projects, as last stored. */
  readonly projects: KnownProjects;
  /** The own observations, as last stored. */
  readonly observations: readonly Observation[];
}
/** The own projects, asked for as they are needed: a register is never handed over whole. */
export interface KnownProjects {
  /**
   * Where a process of its own finds them, as known at a revision; absent where it has to ask for
   * them.
   */
  readonly at?: { readonly url: string; readonly revision: number };
  codes(): Promise<readonly string[]>;
  /** Those of these codes that are known, at most a few hundred at once. */
  records(codes: readonly string[]): Promise<readonly StatedProject[]>;
}

export const noProjects: KnownProjects = {
  codes: () => Promise.resolve([]),
  records: () => Promise.resolve([]),
};

/** The row that a record came from. */
export interface RecordSource {
  readonly row: number;
  /** Original texts by the letter of their column. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * How the zone's profile changes: nothing, a copy of the shown one as own, or a new zone with no
 * targets.
 */
export type ProfileChange =
  | { readonly kind: 'keep'; readonly industries: readonly string[] }
  | {
      readonly kind: 'copy_as_own';
      readonly industries: readonly string[];
      readonly as_of?: IsoDate;
    }
  | {
      readonly kind: 'new_zone';
      readonly name: string;
      readonly base_currency: string;
      readonly industries: readonly string[];
      readonly as_of?: IsoDate;
    };

/** What a preview says in one language. */
export type PreviewTexts = Pick<
  ImportPreview,
  'problems' | 'doubts' | 'questions' | 'settled' | 'choices'
>;

/**
 * One import as data: what it would do, in numbers and in sentences. What it would store comes
 * apart, in pieces.
 */
export interface ImportPlan {
  /** Without its id and its sentences. */
  readonly facts: Omit<ImportPreview, keyof PreviewTexts | 'id'>;
  readonly texts: Readonly<Record<Language, PreviewTexts>>;
  /** The shape of the file, under which the decisions are remembered. */
  readonly shape: string;
  /** The columns that the shape is of. */
  readonly headers: readonly string[];
  /** What this edition of the register holds; absent for a series. */
  readonly edition?: EditionFacts;
  /** The answers that this plan was made under, remembered ones among them. */
  readonly answers: ImportAnswers;
  /** The revision of the register that it was compared with. */
  readonly revision: number;
  readonly origin: Origin;
  /** How many projects are new or changed. */
  readonly projects: number;
  /** Which column each value came from. */
  readonly columns: readonly ImportedColumn[];
  /** New and changed observations only. */
  readonly observations: readonly Observation[];
  readonly profile: ProfileChange;
  /** The example stays in the store beside the own data. */
  readonly keep_sample?: boolean;
}
/** The preview of a plan in a reader's language, under the id that it is kept by. */
export const previewIn = (
  { facts, texts }: ImportPlan,
  language: Language,
  id = '',
): ImportPreview => ({
  ...facts,
  ...texts[language],
  id,
});

/**
 * A project that an edition lists, or no longer lists: what the edition says of it, and the row
 * that it came from.
 */
export interface PlannedProject {
  readonly record: ProjectRecord;
  readonly statement: Omit<EditionStatement, 'revision'> | Omit<AbsenceStatement, 'revision'>;
  /** That a newer edition, which is stored already, no longer lists it. */
  readonly absence?: Omit<AbsenceStatement, 'revision'>;
  readonly source?: RecordSource;
}
/**
 * A plan with the projects that it would store: they stay where they were made until they are
 * taken, piece by piece and once.
 */
export interface OpenPlan {
  readonly plan: ImportPlan;
  pieces(): AsyncIterable<readonly PlannedProject[]>;
  /**
   * Stores it from where it was made; absent where that is no process of its own that can open the
   * store.
   */
  readonly store?: (options: StoreOptions) => Promise<ImportCommit>;
  /** Ends the work; to be called always. */
  close(): void;
}

/** Who stores a plan, and what is stored with it. */
export interface StoreOptions {
  readonly author: string;
  readonly recorded_at: string;
  /** Told how many projects are stored so far; nothing holds before all are. */
  readonly onStored?: (count: number) => void;
  /** Asked before the commit for the answer that is kept with it, if any. */
  readonly answerTo?: (done: ImportCommit) => Promise<StoredAnswer | undefined>;
}

export interface ImportProgress {
  readonly phase: 'reading' | 'matching' | 'comparing' | 'storing';
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
  /** Only the preview is wanted: nothing of what would be stored is kept. */
  readonly is_preview?: boolean;
}
export interface RunOptions {
  readonly is_preview?: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Ends the work at once; it then fails with the reason of the signal. */
  readonly signal?: AbortSignal;
}
/** Bytes whole, or as they come. */
export type FileBytes = Uint8Array | AsyncIterable<Uint8Array>;

/** Where the work is done: in this thread, in a process of its own. */
export interface ImportHost {
  run(
    bytes: FileBytes,
    request: Omit<ImportRequest, 'bytes'>,
    options: RunOptions,
  ): Promise<OpenPlan>;
}
export interface Importer {
  /**
   * Throws `ImportFailure` where the file as a whole can't be read; everything else is in the plan.
   */
  plan(
    bytes: FileBytes,
    file: string,
    answers: ImportAnswers,
    known: KnownRegister,
    options?: RunOptions,
  ): Promise<OpenPlan>;
}

/** What the routes of imports are given. */
export interface ImportDeps extends AppDeps {
  readonly importer: Importer;
}
