import type { TargetTable } from '#server/imports/targets/read-target-rows.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';
import type { Language, Text } from '#domain/values/language.ts';
import type { ImportedColumn, ProjectFacts, ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type {
  AbsenceStatement,
  EditionStatement,
} from '#domain/projects/history/edition-statement.ts';
import type { StageMapping, StageOrUnknown, Status } from '#domain/projects/stage.ts';
import type { Currency } from '#domain/values/money.ts';
import type { FunctionZone, Industry, StageWords, ZoneProfile } from '#domain/zone/zone.ts';
import type { ImportAnswers, ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ImportCommit } from '#contract/imports/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { StoredAnswer } from '#server/http/idempotency-store.ts';
import type { StatedProject } from '#server/projects/history/history-store.ts';
import type { EditionFacts, StoredEdition } from '#server/projects/history/statement-store.ts';

/**
 * The state of the store from which the importer computes what a file would change. It is plain
 * data, so that a process can receive it.
 */
export interface KnownRegister {
  readonly revision: number;
  /** The name of the displayed zone, for the question to which zone a file belongs. */
  readonly zone_name?: Text;
  /** Its full name, which a file may state instead. */
  readonly zone_full_name?: Text;
  /** Whether the zone has own data. Then the importer does not ask what the file is. */
  readonly has_own: boolean;
  /** Whether the store holds no zone. Then the first file is the register of an own zone. */
  readonly is_empty?: boolean;
  /**
   * Whether the store holds an example. Then the first import of own data asks whether to keep it.
   */
  readonly has_sample?: boolean;
  /** The samples whose parts the own zone still has, while it is not known which zone it is. */
  readonly samples_to_leave?: readonly Pick<ZoneProfile, 'name' | 'short_name'>[];
  /** The current day in the zone, which is the data date of a file without any date. */
  readonly today: IsoDate;
  readonly industries: readonly Industry[];
  readonly function_zones: readonly FunctionZone[];
  readonly indicators: readonly Indicator[];
  /** The base currency of the displayed zone. */
  readonly base_currency?: string;
  /** The stages that count as established and as pipeline. Omit it for the default. */
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
/** The facts by which a row of a file may be a known project. */
export type KnownName = Pick<ProjectRecord, 'code'> &
  Pick<ProjectFacts, 'name' | 'investor' | 'uscc'>;

/** The known projects of one stage, status and currency of the planned investment. */
export interface KnownSum {
  /** Stage and status on the day. Omitted before the first day of the projects. */
  readonly stage?: StageOrUnknown;
  readonly status?: Status;
  readonly count: number;
  /** Omitted without a planned investment. */
  readonly currency?: Currency;
  readonly minor: bigint;
}
/** Reads the own projects together. */
export interface KnownState {
  /** Adds up all of them on a day. */
  sums(day: IsoDate): Promise<readonly KnownSum[]>;
  /** Lists the codes of those with a statement of this day or a later one. */
  stated(day: IsoDate): Promise<readonly string[]>;
}

/** Reads the own projects as needed: a register is never sent whole. */
export interface KnownProjects {
  /**
   * Where another process can read them, and at which revision. Omitted if it must read them
   * through this process.
   */
  readonly at?: { readonly url: string; readonly revision: number };
  codes(): Promise<readonly string[]>;
  /** Reads the known projects of these codes. Pass at most a few hundred at once. */
  records(codes: readonly string[]): Promise<readonly StatedProject[]>;
  /** Reads names and credit codes of a few hundred codes at most, in the order of `codes`. */
  names(codes: readonly string[]): Promise<readonly KnownName[]>;
  /** Omitted if each project must be read. */
  readonly state?: KnownState;
}

export const noProjects: KnownProjects = {
  codes: () => Promise.resolve([]),
  records: () => Promise.resolve([]),
  names: () => Promise.resolve([]),
};

/** The row that a record came from. */
export interface RecordSource {
  readonly row: number;
  /** Original texts by column letter. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * The change of the zone's profile: none; a copy of the displayed profile as the own one, if the
 * title or an answer says that the register belongs to that zone; or a new zone without targets.
 */
export type ProfileChange =
  | {
      readonly kind: 'keep';
      readonly industries: readonly string[];
      /**
       * The register is not of the sample that the zone began from: the parts of that go. With the
       * currency of most amounts of the register.
       */
      readonly leaves_sample?: { readonly currency?: string };
    }
  | {
      readonly kind: 'copy_as_own';
      readonly industries: readonly string[];
      readonly as_of?: IsoDate;
    }
  | {
      readonly kind: 'new_zone';
      /** The name of the zone. Omitted if neither a title nor an answer gives it. */
      readonly name?: string;
      /** Omitted while neither an amount nor an answer gives it. */
      readonly base_currency?: string;
      readonly industries: readonly string[];
      readonly as_of?: IsoDate;
    };

/** The sentences of a preview in one language. */
export type PreviewTexts = Pick<
  ImportPreview,
  'problems' | 'doubts' | 'questions' | 'settled' | 'choices' | 'as_of_origin'
>;

/**
 * One import as plain data: what it would change, in numbers and sentences. The projects to store
 * come separately, in pieces.
 */
export interface ImportPlan {
  /** The preview without its id and sentences. */
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
  /** The number of new and changed projects. */
  readonly projects: number;
  /** The columns from which values come. */
  readonly columns: readonly ImportedColumn[];
  /** New and changed observations only. */
  readonly observations: readonly Observation[];
  /** Indicators of the file that the zone lacks. */
  readonly indicators: readonly Indicator[];
  readonly profile: ProfileChange;
  /** Whether the example stays in the store. */
  readonly keep_sample?: boolean;
  /** What its sender said beside the file, for the next reading of it. */
  readonly sender?: SenderFacts;
}
/**
 * Makes the preview of a plan in a reader's language, with the id under which the plan is stored.
 */
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
  /** Set if a stored newer edition no longer lists the project. */
  readonly absence?: Omit<AbsenceStatement, 'revision'>;
  readonly source?: RecordSource;
}
/**
 * A plan with the projects to store. They stay in the host that made the plan until a caller takes
 * them, once and in pieces.
 */
export interface OpenPlan {
  readonly plan: ImportPlan;
  pieces(): AsyncIterable<readonly PlannedProject[]>;
  /**
   * Whether the plan depends on the project of a code. Omitted if that is not known here, so that
   * the plan depends on all.
   */
  readonly names?: (code: string) => boolean;
  /** Stores the plan from the host that made it. Omitted if that host cannot open the store. */
  readonly store?: (options: StoreOptions) => Promise<ImportCommit>;
  /** Ends the work. Always call it. */
  close(): void;
}

/** The author of a stored plan, and data that is stored with it. */
export interface StoreOptions {
  readonly author: string;
  readonly recorded_at: string;
  /** The reason for changes of values of closed months. */
  readonly reason?: string;
  /** Receives the number of projects stored so far. Nothing is committed before all are stored. */
  readonly onStored?: (count: number) => void;
  /** Makes the response to store with the commit, if there is one. */
  readonly answerTo?: (commit: ImportCommit) => Promise<StoredAnswer | undefined>;
}

export interface ImportProgress {
  readonly phase: 'reading' | 'matching' | 'comparing' | 'storing';
  /** The completed share of the phase, from 0 to 1. */
  readonly share: number;
  readonly rows: number;
}

/** One run of the importer, the same for every host. */
export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly answers: ImportAnswers;
  readonly register: KnownRegister;
  /** Whether only the preview is made, without projects to store. */
  readonly is_preview?: boolean;
  /** Whether a first register is the own one without a question. */
  readonly assumes_own?: boolean;
  /** The day of the last change of the file, if its sender knows it. */
  readonly modified?: IsoDate;
}
/** What the sender of a file says beside it. */
export type SenderFacts = Pick<ImportRequest, 'assumes_own' | 'modified'>;
export interface RunOptions extends SenderFacts, Pick<ImportRequest, 'is_preview'> {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Aborts the work, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}
/** Options to follow and stop the work of a request. */
export type WatchOptions = Required<Pick<RunOptions, 'onProgress' | 'signal'>>;
/** The bytes of a file, at once or as a stream. */
export type FileBytes = Uint8Array | AsyncIterable<Uint8Array>;

/** Runs imports, on this thread or in a process of their own. */
export interface ImportHost {
  run(
    bytes: FileBytes,
    request: Omit<ImportRequest, 'bytes'>,
    options: RunOptions,
  ): Promise<OpenPlan>;
  /** Reads a table of targets. @throws ImportFailure if the file can't be read */
  readTargets(bytes: FileBytes, options: RunOptions): Promise<TargetTable>;
}
export interface Importer {
  readonly readTargets: ImportHost['readTargets'];
  /**
   * Plans the import of a file.
   * @throws ImportFailure if the file as a whole can't be read; other faults are part of the plan
   */
  plan(
    bytes: FileBytes,
    file: string,
    answers: ImportAnswers,
    register: KnownRegister,
    options?: RunOptions,
  ): Promise<OpenPlan>;
}

/** Dependencies of the import routes. */
export interface ImportDeps extends AppDeps {
  readonly importer: Importer;
}
