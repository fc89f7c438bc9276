import { planDates, replansBetween } from '#domain/projects/milestones.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * Collects planned dates that an edition changes. One question asks whether the edition is the
 * reason for all of them.
 */
export class ImportReplans {
  private count = 0;
  private readonly isKept: boolean;
  private readonly context: ImportContext;
  constructor(context: ImportContext) {
    this.context = context;
    this.isKept = readTextAnswer(context.request.answers, 'replans') === 'keep';
  }

  /**
   * Returns the facts of a row, with the stored plans if the answer keeps them.
   * @param before the facts on the day before the edition; omitted if the register did not list the
   * project
   */
  settle(before: ProjectFacts | undefined, facts: ProjectFacts): ProjectFacts {
    if (before === undefined) return facts;
    const replans = replansBetween(planDates(before.milestones), planDates(facts.milestones));
    if (replans.length === 0) return facts;
    this.count += replans.length;
    if (!this.isKept) return facts;
    const types = new Map(replans.map(({ type, from }) => [type, from]));
    const lostReplans = replans.filter(
      ({ type }) => !facts.milestones.some((milestone) => milestone.type === type),
    );
    const milestones = [...facts.milestones, ...lostReplans.map(({ type }) => ({ type }))].map(
      (milestone) => {
        const plan = types.get(milestone.type);
        return plan === undefined ? milestone : { ...milestone, plan };
      },
    );
    return { ...facts, milestones };
  }

  /**
   * Asks whether the edition of this day is the reason for changed planned dates, if there are any.
   * The question has no default, so a person must confirm it.
   */
  ask(day: IsoDate): void {
    const { questions } = this.context;
    if (this.count === 0) return;
    questions.ask(
      'replans',
      'q_replans',
      [questions.choice('take', 'c_take_plans'), questions.choice('keep', 'c_keep_plans')],
      {
        values: { count: this.count, day },
      },
    );
  }
}
