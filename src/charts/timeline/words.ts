import { kitLabels } from '#charts/kit/labels/index.ts';
import { numberText } from '#charts/kit/text/units.ts';
import type { TimelineDue } from '#domain/analysis/project-timeline.ts';
import type { TimelineVerdict } from '#domain/analysis/timeline-project.ts';
import { gateName } from '#domain/labels/projects/gate.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { timelineLabels } from './labels/index.ts';

/** Writes the verdict at the end of the row of a project. */
export function verdictText(verdict: TimelineVerdict, language: Language): string {
  const text = timelineLabels[language];
  if (!('days' in verdict)) return text.verdict[verdict.kind];
  return text.verdict[verdict.kind](text.inSentence[verdict.type], numberText(verdict.days, 0));
}

/**
 * Counts the days by which a project is behind its original date.
 * @returns 0 if it is not behind
 */
export const daysBehind = (verdict: TimelineVerdict): number =>
  verdict.kind === 'later' || verdict.kind === 'overdue' ? verdict.days : 0;

/** Writes a day in the shortest form with an unambiguous year. */
const shortDay = (day: IsoDate, as_of: IsoDate, language: Language): string =>
  formatDate(day, language, day.slice(0, 4) === as_of.slice(0, 4) ? 'day' : 'short');

/** Writes a due milestone or gate, as "A06 start 31 May". */
export function dueText(
  { code, day, type, gate, original }: TimelineDue,
  as_of: IsoDate,
  language: Language,
): string {
  const text = timelineLabels[language];
  const gateText = gate === undefined ? '' : gateName(gate, language);
  const what = type === undefined ? gateText : text.inSentence[type];
  const words = text.due(code, what, shortDay(day, as_of, language));
  return original === undefined
    ? words
    : `${words}${kitLabels[language].list}${text.first(shortDay(original, as_of, language))}`;
}
