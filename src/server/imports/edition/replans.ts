import { planDates, replansBetween } from '#domain/projects/milestones.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { textAnswer } from '#server/imports/answers.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

/**
 * Planned dates that an edition changes. The edition is their reason, which is asked once for all
 * of them.
 */
export class ImportReplans {
  private count = 0;
  private readonly isKept: boolean;
  private readonly work: ImportContext;
  constructor(work: ImportContext) {
    this.work = work;
    this.isKept = textAnswer(work.request.answers, 'replans') === 'keep';
  }

  /**
   * The facts of a row, with the stored plans where the answer keeps them.
   *
   * @param held What the register said on the edition's day before; absent: it did not have the
   *   project.
   */
  settle(held: ProjectFacts | undefined, facts: ProjectFacts): ProjectFacts {
    if (held === undefined) return facts;
    const replans = replansBetween(planDates(held.milestones), planDates(facts.milestones));
    if (replans.length === 0) return facts;
    this.count += replans.length;
    if (!this.isKept) return facts;
    const types = new Map(replans.map(({ type, from }) => [type, from]));
    const left = replans.filter(
      ({ type }) => !facts.milestones.some((milestone) => milestone.type === type),
    );
    const milestones = [...facts.milestones, ...left.map(({ type }) => ({ type }))].map(
      (milestone) => {
        const plan = types.get(milestone.type);
        return plan === undefined ? milestone : { ...milestone, plan };
      },
    );
    return { ...facts, milestones };
  }

  /**
   * Asks whether the edition of this day is the reason, where it changes any planned date. No
   * default: somebody says so once.
   */
  ask(day: IsoDate): void {
    const { questions } = this.work;
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
