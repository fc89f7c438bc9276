import { compact } from '#domain/values/compact.ts';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import type { StageEvent } from '#domain/projects/project.ts';
import { countsFrom } from '#domain/projects/segments.ts';
import { type Stage, stageRank, stages } from '#domain/projects/stage.ts';
import {
  type EditionStatement,
  type EntryStatement,
  newestEditions,
  placeStatements,
  type Statement,
} from '#domain/projects/history/edition-statement.ts';

/** The state before the statement of an edition is applied. */
interface Before {
  /** Events up to the statement before this one. */
  readonly events: readonly StageEvent[];
  /** The day of the statement before this one. Omitted for the first. */
  readonly day?: IsoDate;
  /**
   * Editions of this day and later, newest first: the newest one that dates a stage decides its
   * day.
   */
  readonly claims: readonly EditionStatement[];
  /** Editions of earlier days. */
  readonly earlier: readonly EditionStatement[];
}

const findRank = (event: StageEvent | undefined): number =>
  event === undefined ? -1 : (stageRank(event.stage) ?? -1);

type Claim = Pick<StageEvent, 'by'> & { readonly date: IsoDate };
/**
 * The day of a stage by the newest edition that gives one, up to a day. An edition that gives the
 * year alone says that the stage was reached by the last day of the year.
 */
const findClaim = (stage: Stage, day: IsoDate, { claims }: Before): Claim | undefined =>
  claims
    .flatMap(({ dates, years = [] }): readonly Claim[] => {
      const date = dates[stage];
      if (date === undefined) return [];
      return [{ date, ...compact({ by: years.includes(stage) ? true : undefined }) }];
    })
    .find(({ date }) => date <= day);

/**
 * A stage with its first day after the previous statement, which did not give it. Undefined where
 * the day gives no information.
 */
function datedEvent(stage: Stage, day: IsoDate, before: Before): StageEvent | undefined {
  const claim = findClaim(stage, day, before);
  if (claim === undefined) return undefined;
  if (before.day === undefined || claim.date > before.day) return { stage, ...claim };
  // the day belongs to an earlier time in this stage
  if (
    findRank(before.events.at(-1)) > stages.indexOf(stage) ||
    before.events.some((event) => event.stage === stage)
  )
    return undefined;
  const next = addDays(before.day, 1);
  return { stage, ...claim, counts_from: next < day ? next : day };
}

const isSameStage = (a: StageEvent | undefined, b: StageEvent | undefined): boolean =>
  a?.stage === b?.stage && a?.word === b?.word;
/** Whether no earlier edition gave the day of a stage as a later day. */
const isNewDate = ({ stage, date }: StageEvent, { earlier }: Before): boolean =>
  stage !== 'unknown' && earlier.every(({ dates }) => dates[stage] !== date);

/**
 * The moves from the former stage to the present stage of an edition. A lower stage with a new date
 * after the previous statement is also a move, if the present stage has a later date: the project
 * moved back and forward again.
 */
function listSteps({ stage, word }: EditionStatement, day: IsoDate, before: Before): StageEvent[] {
  const wordPart = word === undefined ? {} : { word };
  const present: StageEvent =
    stage === undefined || stage === 'unknown'
      ? { stage: 'unknown', date: day, by: true, ...wordPart }
      : { ...(datedEvent(stage, day, before) ?? { stage, date: day, by: true }), ...wordPart };
  const top = present.stage === 'unknown' ? stages.length : findRank(present);
  const last = before.events.at(-1);
  if (present.stage === 'unknown' && isSameStage(present, last)) return [];
  const isStep = (event: StageEvent): boolean =>
    findRank(event) > findRank(last) || (present.by !== true && isNewDate(event, before));
  const steps = [present];
  for (const step of stages.slice(0, Math.max(0, top)).toReversed()) {
    const event = datedEvent(step, day, before);
    if (event !== undefined && isStep(event) && countsFrom(event) <= countsFrom(steps[0] ?? event))
      steps.unshift(event);
  }
  return isSameStage(steps[0], last) ? steps.slice(1) : steps;
}

/**
 * Derives the stage history of a project from all statements of editions and people. It does not
 * depend on the order of imports. On the day of an edition the project has the stage of the
 * edition; a stage without a day was reached by the day of the first edition that gives it; an
 * edition that repeats the one before changes nothing.
 *
 * @returns events in the order of the days from which they count; a project without any stage is
 *   `unknown` from the first edition on
 */
export function stageHistory(statements: readonly Statement[]): StageEvent[] {
  const entries = statements.filter((one): one is EntryStatement | EditionStatement =>
    one.kind === 'entry'
      ? one.stage_events.length > 0
      : one.kind === 'edition' && one.stage !== undefined,
  );
  if (entries.length === 0)
    return placeStatements(statements)
      .slice(0, 1)
      .map(({ day }) => ({ stage: 'unknown', date: day, by: true }));
  const editions = newestEditions(entries);
  const events: StageEvent[] = [];
  let before: IsoDate | undefined;
  for (const { day, statement } of placeStatements(entries)) {
    if (statement.kind === 'entry') events.push(...statement.stage_events);
    else
      events.push(
        ...listSteps(statement, day, {
          events: [...events],
          claims: editions.filter((edition) => edition.day >= statement.day),
          earlier: editions.filter((edition) => edition.day < statement.day),
          ...compact({ day: before }),
        }),
      );
    before = day;
  }
  return events;
}
