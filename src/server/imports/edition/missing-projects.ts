import { compact } from '#domain/values/compact.ts';
import type { ImportPreview } from '#contract/imports/preview-schemas.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { segments } from '#domain/projects/segments.ts';
import {
  defaultStageMapping,
  isOpenStatus,
  stageGroup,
  stages,
  type StageMapping,
  type StageOrUnknown,
} from '#domain/projects/stage.ts';
import type { AbsenceStatement, Statement } from '#domain/projects/history/edition-statement.ts';
import { readFactsHeld } from '#server/projects/history/next-timeline-store.ts';
import type { StatedProject } from '#server/projects/history/history-store.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import { extendHistory } from '#server/imports/rows/stage-events.ts';
import { limits } from '#server/imports/read/limits.ts';
import type { PlannedProject } from '#server/imports/import-plan.ts';
import { hashFileShape } from '#server/imports/context/recipes.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/** The part of the register in a file: all of it, all but completed projects, or a part. */
const scopes = ['whole', 'without_completed', 'part'] as const;
type Scope = (typeof scopes)[number];
const parseScope = (answer: unknown): Scope | undefined => scopes.find((scope) => scope === answer);

/** Missing projects are few if they are fewer than one in this many. */
const fewShare = 5;

type Absence = Omit<AbsenceStatement, 'revision'>;

/**
 * Finds the stage of an open project on a day.
 * @returns undefined if the register does not list it then, or if it has ended
 */
function findOpenStage(record: ProjectRecord, day: IsoDate): StageOrUnknown | undefined {
  const segment = segments(record).findLast(({ valid_from }) => valid_from <= day);
  return segment !== undefined && isOpenStatus(segment.status) ? segment.stage : undefined;
}

/**
 * Finds projects that an edition ends because it does not list them. The newest edition ends the
 * projects that it does not list. The first later edition that lists more than a part ends a
 * project that only an older file lists. One question for files of the same shape asks which part
 * of the register they list.
 */
export class MissingProjects {
  readonly #context: ImportContext;
  readonly #day: IsoDate;
  readonly #mapping: StageMapping;
  readonly #scope: Scope | undefined;
  /** Whether the edition is newer than all stored ones. */
  readonly isNewest: boolean;
  /** Newer editions, by day, that may not list a project of this one. */
  readonly #newer: readonly { readonly day: IsoDate; readonly scope: Scope | undefined }[];
  readonly #projects: { code: string; name: string; stage: StageOrUnknown; day?: IsoDate }[] = [];
  #count = 0;
  #left = 0;
  #established = 0;
  #listed = 0;

  constructor(context: ImportContext, day: IsoDate) {
    const { register, answers } = context.request;
    const shape = hashFileShape(context.header);
    const scope = parseScope(readTextAnswer(answers, 'unlisted'));
    const newest = register.newest_edition;
    this.#context = context;
    this.#day = day;
    this.#mapping = register.stage_mapping ?? defaultStageMapping;
    this.#scope = scope;
    this.isNewest = newest !== undefined && newest < day;
    this.#newer = (register.editions ?? [])
      .filter((edition) => edition.day > day)
      .map((edition) => ({
        day: edition.day,
        scope:
          edition.shape === shape
            ? scope
            : parseScope(register.remembered?.[edition.shape]?.['unlisted']),
        isOfShape: edition.shape === shape,
      }))
      .filter((edition) => edition.isOfShape || edition.scope !== undefined)
      .filter((edition) => edition.scope !== 'part');
  }

  #note(
    { code, facts }: ProjectRecord,
    stage: StageOrUnknown,
    day: IsoDate,
    scope: Scope | undefined,
  ): Absence | undefined {
    const stays =
      scope === undefined ||
      scope === 'part' ||
      (scope === 'without_completed' && this.#isEstablished(stage));
    this.#count += 1;
    if (this.#isEstablished(stage)) this.#established += 1;
    if (!stays) this.#left += 1;
    if (this.#projects.length < limits.changes)
      this.#projects.push({
        code,
        name: facts.name,
        stage,
        ...compact({ day: stays ? undefined : day }),
      });
    return stays ? undefined : { kind: 'absence', day };
  }
  #isEstablished(stage: StageOrUnknown): boolean {
    return stageGroup(stage, 'active', this.#mapping) === 'established';
  }

  /** Whether the file ends open projects that it does not list. */
  get endsProjects(): boolean {
    return this.isNewest && this.#scope !== undefined && this.#scope !== 'part';
  }
  /**
   * Counts projects that the file does not list and that it does not end.
   * @param open - the open ones by stage, without those that are stated since the day
   * @param projects - all of them; only the first are read, to be listed
   */
  async countUnlisted(
    open: { readonly count: (stage: StageOrUnknown) => number },
    projects: AsyncIterable<StatedProject>,
  ): Promise<void> {
    const counts = [...stages, 'unknown' as const].map((stage) => ({
      count: open.count(stage),
      isEstablished: this.#isEstablished(stage),
    }));
    const add = (list: typeof counts): number => list.reduce((sum, { count }) => sum + count, 0);
    const [count, established] = [
      this.#count + add(counts),
      this.#established + add(counts.filter(({ isEstablished }) => isEstablished)),
    ];
    const last = Math.min(count, limits.changes);
    if (this.#projects.length < last)
      for await (const project of projects) {
        this.planAbsence(project);
        if (this.#projects.length === last) break;
      }
    this.#count = count;
    this.#established = established;
  }
  /**
   * Plans the end of a known project that the file does not list.
   * @returns undefined if the project stays unchanged
   */
  planAbsence(project: StatedProject): PlannedProject | undefined {
    if (!this.isNewest || project.statements.some(({ day }) => day >= this.#day)) return undefined;
    const stage = findOpenStage(project, this.#day);
    if (stage === undefined) return undefined;
    const statement = this.#note(project, stage, this.#day, this.#scope);
    if (statement === undefined) return undefined;
    const { code, origin } = project;
    const facts = readFactsHeld(project.timeline, this.#day)?.facts ?? project.facts;
    return {
      record: { code, origin, facts, ...extendHistory([statement], project.statements) },
      statement,
    };
  }

  /**
   * Finds the absence of a project of this file from the newer editions.
   * @returns undefined if one of them lists it
   */
  findLaterAbsence(record: ProjectRecord, statements: readonly Statement[]): Absence | undefined {
    this.#listed += 1;
    const [next] = this.#newer;
    if (next === undefined || statements.some(({ day }) => day > this.#day)) return undefined;
    const stage = findOpenStage(record, next.day);
    return stage === undefined ? undefined : this.#note(record, stage, next.day, next.scope);
  }

  /** Asks which part of the register the file lists, if a project depends on it. */
  ask(): void {
    if (this.#count === 0) return;
    const { questions } = this.#context;
    questions.ask(
      'unlisted',
      this.isNewest ? 'q_unlisted' : 'q_unlisted_since',
      [
        questions.choice('whole', 'c_whole'),
        questions.choice('without_completed', 'c_without_completed'),
        questions.choice('part', 'c_part'),
      ],
      { values: { count: this.#count }, ...this.#proposal() },
    );
  }
  /**
   * Proposes a scope if few projects are missing: established ones were left out, or projects have
   * ended. If many are missing, the file may also be a part.
   */
  #proposal(): { readonly proposal?: Scope } {
    const total = this.#listed + this.#count;
    if (this.#count * fewShare > total) return {};
    return { proposal: this.#established === this.#count ? 'without_completed' : 'whole' };
  }
  /** Makes the preview of the missing projects. */
  preview(): Pick<ImportPreview, 'unlisted'> {
    return this.#count === 0
      ? {}
      : { unlisted: { count: this.#count, left: this.#left, projects: this.#projects } };
  }
}
