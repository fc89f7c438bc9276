import { isIsoDate, type IsoDate } from '#domain/values/date.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';
import type { MessageKey } from '#server/imports/labels/messages.ts';
import { findPeriodEnd } from '#server/imports/structure/period-end.ts';

/** A data date that nothing in the file states: from its name, its last change, or today. */
function proposeDay({ request, header }: ImportContext): {
  readonly day: IsoDate;
  readonly text: MessageKey;
} {
  const { modified, file, register } = request;
  const { today } = register;
  const end = findPeriodEnd([...header.titles, file], today);
  if (end !== undefined) return { day: end, text: 'q_as_of_period' };
  return modified !== undefined && modified <= today
    ? { day: modified, text: 'q_as_of_modified' }
    : { day: today, text: 'q_as_of_today' };
}

/**
 * Decides the data date: the answer, else the printed day, else the newest day of the rows. Of a
 * file without any date nobody but the user knows it, so that a person confirms the proposal.
 * @param newest - the newest day of the rows
 * @returns the day, and the function that asks for it once it is clear whether anything changes
 */
export function settleDay(
  work: ImportContext,
  printedDay: IsoDate | undefined,
  newest: IsoDate | undefined,
): { readonly day: IsoDate; readonly ask: (hasChanges: boolean) => void } {
  const { questions, request } = work;
  const answer = readTextAnswer(request.answers, 'as_of');
  const answeredDay = answer !== undefined && isIsoDate(answer) ? answer : undefined;
  if (answeredDay === undefined && printedDay !== undefined)
    return { day: printedDay, ask: () => undefined };
  const proposal: { readonly day: IsoDate; readonly text: MessageKey } | undefined =
    printedDay !== undefined
      ? { day: printedDay, text: 'q_as_of' }
      : newest !== undefined
        ? { day: newest, text: 'q_as_of_newest' }
        : undefined;
  const { day, text } = proposal ?? proposeDay(work);
  const ask = (hasChanges: boolean): void =>
    questions.ask('as_of', text, [questions.plainChoice(day)], {
      default: day,
      ...(proposal === undefined && hasChanges ? { confirm: true } : {}),
    });
  return { day: answeredDay ?? day, ask };
}
