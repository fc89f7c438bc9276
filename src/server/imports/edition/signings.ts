import { compact } from '#domain/values/compact.ts';
import { isNonBinding, type AgreementType } from '#domain/projects/project.ts';
import { hasReached } from '#domain/projects/stage.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';
import { findReachedStage, type RowStage } from '#server/imports/rows/stage-events.ts';

const firstCodes = 3;

/**
 * Collects rows that say signed, although the agreement is no contract: only a contract makes a
 * project signed (domain reference 1.1, 2b). One question asks whether each has a contract as well.
 */
export class ImportSignings {
  private count = 0;
  private readonly codes: string[] = [];
  private readonly isUnsigned: boolean;
  private readonly context: ImportContext;
  constructor(context: ImportContext) {
    this.context = context;
    this.isUnsigned = readTextAnswer(context.request.answers, 'signings') === 'none';
  }

  /**
   * Returns the stage of a row, without its signing if the answer says that there is no contract. A
   * project that is signed by it alone is then in negotiation.
   */
  settle(
    code: string,
    stage: RowStage,
    agreement: AgreementType | undefined,
    day: IsoDate,
  ): RowStage {
    if (!isNonBinding(agreement)) return stage;
    const furthest = stage.stage ?? findReachedStage(stage, day) ?? 'unknown';
    const isStated = furthest === 'signed' || stage.dates.signed !== undefined;
    if (!isStated || !hasReached(furthest, 'signed')) return stage;
    this.count += 1;
    if (this.codes.length < firstCodes) this.codes.push(code);
    if (!this.isUnsigned) return stage;
    const { signed: _, ...dates } = stage.dates;
    const { ticked = [], years = [] } = stage;
    return {
      ...stage,
      ...compact({ stage: furthest === 'signed' ? ('negotiation' as const) : stage.stage }),
      dates,
      ticked: ticked.filter((one) => one !== 'signed'),
      years: years.filter((one) => one !== 'signed'),
    };
  }

  /** Asks whether each has a contract as well, if there are any. A person must answer. */
  ask(): void {
    const { questions } = this.context;
    const { count } = this;
    if (count === 0) return;
    const codes = this.codes.join(', ') + (count > firstCodes ? ' …' : '');
    questions.ask(
      'signings',
      'q_signings',
      [questions.choice('none', 'c_no_contract'), questions.choice('each', 'c_each_contract')],
      { values: { count, codes } },
    );
  }
}
