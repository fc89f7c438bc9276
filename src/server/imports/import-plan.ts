import type { TargetTable } from '#server/imports/targets/read-target-rows.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import type { Language, Text } from '#domain/values/language.ts';
import type { ImportedColumn, ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type {
  AbsenceStatement,
  EditionStatement,
} from '#domain/projects/history/edition-statement.ts';
import type { StageMapping } from '#domain/projects/stage.ts';
import type { FunctionZone, Industry, StageWords, ZoneProfile } from '#domain/zone/zone.ts';
import type { ImportAnswers, ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { StoredAnswer } from '#server/http/idempotency-store.ts';
import type { StatedProject } from '#server/projects/history/history-store.ts';
import type { EditionFacts, StoredEdition } from '#server/projects/history/statement-store.ts';

/**
 * What the importer must know about the store to tell what a file would change. Plain data, so that
 * it can be sent to a worker.
 */
export interface KnownRegister {
  readonly revision: number;
  /** The name of the displayed zone, for the question whose register the file is. */
  readonly zone_name?: Text;
  /** Its full name, which a file may state instead. */
  readonly zone_full_name?: Text;
  /** True if the zone has own data: then the importer doesn't ask what the file is. */
  readonly has_own: boolean;
  /** True if the store holds no zone: its first file is the register of an own one. */
  readonly is_empty?: boolean;
  /** True if the store holds an example: the first import of own data asks whether to keep it. */
  readonly has_sample?: boolean;
  /**
   * Names of the samples whose parts the own zone still has, while nobody said which zone it is.
   */
  readonly samples_to_leave?: readonly Pick<ZoneProfile, 'name' | 'short_name'>[];
  /** Today in the zone: the data date of a file without any date. */
  readonly today: IsoDate;
  readonly industries: readonly Industry[];
  readonly function_zones: readonly FunctionZone[];
  readonly indicators: readonly Indicator[];
  /** The base currency of the displayed zone. */
  readonly base_currency?: string;
  /** Which stages count as established and as pipeline. The default applies when omitted. */
  readonly stage_mapping?: StageMapping;
  /** The zone's own words for stages. */
  readonly stage_words?: StageWords;
  /** The answers that each recipe keeps, by shape of file. */
  readonly remembered?: Readonly<Record<string, ImportAnswers>>;
  /** The stored editions of the own register, by day. */
  readonly editions?: readonly StoredEdition[];
  /** The day of the newest edition that lists a project. */
  readonly newest_edition?: IsoDate;
  /** The own projects, as last stored. */
  readonly projects: KnownProjects;
  /** The own observations, as last stored. */
  readonly observations: readonly Observation[];
}
/** Reads the own projects as needed: a register is never sent whole. */
export interface KnownProjects {
  /** Where another process can read them at a revision. Omitted when it must ask this one. */
  readonly at?: { readonly url: string; readonly revision: number };
  codes(): Promise<readonly string[]>;
  /** The known ones of these codes, at most a few hundred at once. */
  records(codes: readonly string[]): Promise<readonly StatedProject[]>;
}

export const noProjects: KnownProjects = {
  codes: () => Promise.resolve([]),
  records: () => Promise.resolve([]),
};

/** The row that a record came from. */
export interface RecordSource {
  readonly row: number;
  /** Original texts by column letter. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * How the zone's profile changes: not at all; by a copy of the displayed one as own, whose register
 * it is by its title or by an answer; or by a new zone without targets.
 */
export type ProfileChange =
  | {
      readonly kind: 'keep';
      readonly industries: readonly string[];
      /** The register is not of the sample that the zone began from: the parts of that go. */
      readonly leaves_sample?: true;
    }
  | {
      readonly kind: 'copy_as_own';
      readonly industries: readonly string[];
      readonly as_of?: IsoDate;
    }
  | {
      readonly kind: 'new_zone';
      /** Omitted: neither a title nor an answer names it. */
      readonly name?: string;
      readonly base_currency: string;
      readonly industries: readonly string[];
      readonly as_of?: IsoDate;
    };

/** The sentences of a preview in one language. */
export type PreviewTexts = Pick<
  ImportPreview,
  'problems' | 'doubts' | 'questions' | 'settled' | 'choices'
>;

/**
 * One import as plain data: what it would change, in numbers and sentences. The projects to store
 * come separately, in pieces.
 */
export interface ImportPlan {
  /** The preview without its id and its sentences. */
  readonly facts: Omit<ImportPreview, keyof PreviewTexts | 'id'>;
  readonly texts: Readonly<Record<Language, PreviewTexts>>;
  /** The shape of the file, the key of its recipe. */
  readonly shape: string;
  /** The headers that form the shape. */
  readonly headers: readonly string[];
  /** A summary of this edition of the register. Omitted for a series. */
  readonly edition?: EditionFacts;
  /** The answers behind this plan, remembered ones included. */
  readonly answers: ImportAnswers;
  /** The revision of the register that the plan was compared with. */
  readonly revision: number;
  readonly origin: Origin;
  /** How many projects are new or changed. */
  readonly projects: number;
  /** The column of each value. */
  readonly columns: readonly ImportedColumn[];
  /** New and changed observations only. */
  readonly observations: readonly Observation[];
  /** Indicators of the file that the zone doesn't have yet. */
  readonly indicators: readonly Indicator[];
  readonly profile: ProfileChange;
  /** Keeps the example in the store. */
  readonly keep_sample?: boolean;
}
/** The preview of a plan in a reader's language, with the id under which the plan is stored. */
export const createPreview = (
  { facts, texts }: ImportPlan,
  language: Language,
  id = '',
): ImportPreview => ({
  ...facts,
  ...texts[language],
  id,
});

/**
 * A project that an edition lists or no longer lists: its statement, and the row that it came from.
 */
export interface PlannedProject {
  readonly record: ProjectRecord;
  readonly statement: Omit<EditionStatement, 'revision'> | Omit<AbsenceStatement, 'revision'>;
  /** Set when a stored newer edition no longer lists the project. */
  readonly absence?: Omit<AbsenceStatement, 'revision'>;
  readonly source?: RecordSource;
}
/**
 * A plan with the projects to store. They stay in the host that made the plan until they are taken,
 * in pieces and once.
 */
export interface OpenPlan {
  readonly plan: ImportPlan;
  pieces(): AsyncIterable<readonly PlannedProject[]>;
  /**
   * Stores the plan from the host that made it. Omitted when that host is no process that can open
   * the store.
   */
  readonly store?: (options: StoreOptions) => Promise<ImportCommit>;
  /** Ends the work. Must always be called. */
  close(): void;
}

/** Who stores a plan, and what is stored with it. */
export interface StoreOptions {
  readonly author: string;
  readonly recorded_at: string;
  /** Why values of closed months change. */
  readonly reason?: string;
  /**
   * Called with the number of projects stored so far. Nothing is committed before all are stored.
   */
  readonly onStored?: (count: number) => void;
  /** Called before the commit for an answer to store with it, if any. */
  readonly answerTo?: (done: ImportCommit) => Promise<StoredAnswer | undefined>;
}

export interface ImportProgress {
  readonly phase: 'reading' | 'matching' | 'comparing' | 'storing';
  /** From 0 to 1. */
  readonly share: number;
  readonly rows: number;
}

/** One run of the importer, the same for every host. */
export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly answers: ImportAnswers;
  readonly known: KnownRegister;
  /** Makes the preview only and keeps none of the projects. */
  readonly is_preview?: boolean;
  /** Takes a first register as the own one without asking. */
  readonly assumes_own?: boolean;
}
export interface RunOptions extends Pick<ImportRequest, 'is_preview' | 'assumes_own'> {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Aborts the work, which then rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
}
/** How the work of a request is followed and stopped. */
export type WatchOptions = Required<Pick<RunOptions, 'onProgress' | 'signal'>>;
/** Bytes at once or as a stream. */
export type FileBytes = Uint8Array | AsyncIterable<Uint8Array>;

/** Where the work runs: on this thread or in a process of its own. */
export interface ImportHost {
  run(
    bytes: FileBytes,
    request: Omit<ImportRequest, 'bytes'>,
    options: RunOptions,
  ): Promise<OpenPlan>;
  /** Reads a table of targets. @throws ImportFailure when the file can't be read */
  readTargets(bytes: FileBytes, options: RunOptions): Promise<TargetTable>;
}
export interface Importer {
  readonly readTargets: ImportHost['readTargets'];
  /**
   * @throws ImportFailure when the file as a whole can't be read; other faults are part of the plan
   */
  plan(
    bytes: FileBytes,
    file: string,
    answers: ImportAnswers,
    known: KnownRegister,
    options?: RunOptions,
  ): Promise<OpenPlan>;
}

/** Dependencies of the import routes. */
export interface ImportDeps extends AppDeps {
  readonly importer: Importer;
}
