import { formatDate } from '#domain/values/format.ts';
import { isIsoDate, type IsoDate } from '#domain/values/date.ts';
import { compact } from '#domain/values/compact.ts';
import { readTextAnswer } from '#server/imports/answers.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';
import type { MessageKey } from '#server/imports/labels/messages.ts';
import { findMonthLanguage, writeEnglishMonths } from '#server/imports/values/month-language.ts';
import {
  findStatedDays,
  type DayOrigin,
  type StatedDay,
} from '#server/imports/structure/titles/stated-days.ts';

interface DayProposal {
  readonly day: IsoDate;
  readonly from: DayOrigin;
  readonly text: MessageKey;
  /** Whether the file states the day, or a person confirms it. */
  readonly certainty: 'stated' | 'likely' | 'unsure';
  /** The day that contradicts it. */
  readonly other?: IsoDate;
}

/** The days that rows hold. */
export interface RowDays {
  /** The data date that every row of an own export holds. */
  readonly printed: IsoDate | undefined;
  /** The newest day of an event or an update. */
  readonly newest: IsoDate | undefined;
}

const isOtherMonth = (a: IsoDate, b: IsoDate): boolean => a.slice(0, 7) !== b.slice(0, 7);
const statedTexts = {
  title: 'q_as_of_title',
  sheet: 'q_as_of_sheet',
  file_name: 'q_as_of_file_name',
} as const satisfies Readonly<Record<StatedDay['from'], MessageKey>>;

/** Takes the first stated day. Another statement or a newer event may contradict it. */
function proposeStated(
  [first, ...others]: readonly StatedDay[],
  newest: IsoDate | undefined,
): DayProposal | undefined {
  if (first === undefined) return undefined;
  const { day, from, isExact, isNamed } = first;
  const rival =
    isExact && isNamed ? undefined : others.find((other) => isOtherMonth(other.day, day))?.day;
  const later =
    newest !== undefined && newest > day && isOtherMonth(newest, day) ? newest : undefined;
  const other = rival ?? later;
  const isGuess = from !== 'title' && !isExact && newest === undefined;
  return {
    day,
    from,
    text: other === undefined ? statedTexts[from] : `${statedTexts[from]}_but`,
    certainty: other !== undefined || isGuess ? 'unsure' : 'stated',
    ...compact({ other }),
  };
}

/** Lists the titles with months in English where their names mean other months elsewhere. */
function listTitles({ titles, columns }: ImportContext['header']): readonly string[] {
  const language = findMonthLanguage(titles, () =>
    [...titles, ...columns.map(({ key }) => key)].join(' '),
  );
  return language === undefined
    ? titles
    : titles.map((title) => writeEnglishMonths(title, language));
}

/**
 * Proposes the data date: that of an own export, else the one that the file states, else the newest
 * day of the rows, else the last change of the file or today.
 */
function proposeDay(context: ImportContext, { printed, newest }: RowDays): DayProposal {
  const { request, header, table, parts } = context;
  const { modified, file, register } = request;
  const { today } = register;
  if (printed !== undefined)
    return { day: printed, from: 'rows', text: 'q_as_of', certainty: 'stated' };
  const texts = { titles: listTitles(header), file, ...compact({ sheet: table.name }) };
  const stated = findStatedDays(parts.length > 0 ? { ...texts, sheet: '' } : texts, today);
  const proposal = proposeStated(stated, newest);
  if (proposal !== undefined) return proposal;
  if (newest !== undefined)
    return { day: newest, from: 'newest', text: 'q_as_of_newest', certainty: 'likely' };
  return modified !== undefined && modified <= today
    ? { day: modified, from: 'modified', text: 'q_as_of_modified', certainty: 'unsure' }
    : { day: today, from: 'today', text: 'q_as_of_today', certainty: 'unsure' };
}

/**
 * Decides the data date: the answer, else the proposal. A person confirms a day that nothing in the
 * file states, or that two places of it contradict.
 * @returns the day, its origin, and the function that asks for it once it is clear whether anything
 *   changes
 */
export function settleDay(
  context: ImportContext,
  days: RowDays,
): {
  readonly day: IsoDate;
  readonly from: DayOrigin;
  readonly ask: (hasChanges: boolean) => void;
} {
  const { questions, request } = context;
  const answer = readTextAnswer(request.answers, 'as_of');
  const { day, from, text, certainty, other } = proposeDay(context, days);
  const ask = (hasChanges: boolean): void =>
    questions.ask(
      'as_of',
      text,
      [day, ...(other === undefined ? [] : [other])].map((one) => ({
        value: one,
        label: (language) => formatDate(one, language, 'long'),
      })),
      {
        default: day,
        ...compact({
          values: other === undefined ? undefined : { day: other },
          confirm: certainty === 'unsure' && hasChanges ? true : undefined,
        }),
        settled: certainty === 'stated',
      },
    );
  return answer !== undefined && isIsoDate(answer)
    ? { day: answer, from: 'answer', ask }
    : { day, from, ask };
}
