import { frameWords } from '#charts/kit/labels/index.ts';
import { numberText } from '#charts/kit/text/units.ts';
import type { TimelineDue } from '#domain/analysis/project-timeline.ts';
import type { TimelineVerdict } from '#domain/analysis/timeline-project.ts';
import { gateName } from '#domain/labels/projects/gate.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { timelineWords } from './labels/index.ts';

/** What the row of a project says at its end. */
export function verdictText(verdict: TimelineVerdict, language: Language): string {
  const text = timelineWords[language];
  if (!('days' in verdict)) return text.verdict[verdict.kind];
  return text.verdict[verdict.kind](text.inSentence[verdict.type], numberText(verdict.days, 0));
}

/** Days that a project is behind its original date; 0 where it is not. */
export const daysBehind = (verdict: TimelineVerdict): number =>
  verdict.kind === 'later' || verdict.kind === 'overdue' ? verdict.days : 0;

/** A day as short as it can be without doubt about its year. */
const shortDay = (day: IsoDate, as_of: IsoDate, language: Language): string =>
  formatDate(day, language, day.slice(0, 4) === as_of.slice(0, 4) ? 'day' : 'short');

/** A milestone or gate that is due, as "A06 start 31 May". */
export function dueText(
  { code, day, type, gate, original }: TimelineDue,
  as_of: IsoDate,
  language: Language,
): string {
  const text = timelineWords[language];
  const gateText = gate === undefined ? '' : gateName(gate, language);
  const what = type === undefined ? gateText : text.inSentence[type];
  const words = text.due(code, what, shortDay(day, as_of, language));
  return original === undefined
    ? words
    : `${words}${frameWords[language].list}${text.first(shortDay(original, as_of, language))}`;
}
