import type { ChartWords, NoteFigure } from '#charts/kit/definition.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

/** A note with the figures that it contains. */
export interface FiguredNote {
  readonly text: string;
  readonly figures?: readonly NoteFigure[];
}

/** Splits the notes of a chart into texts, and the figures within them by the text of the note. */
export const splitNotes = (
  notes: readonly FiguredNote[],
): Pick<ChartWords, 'notes' | 'note_figures'> => ({
  notes: notes.map(({ text }) => text),
  note_figures: Object.fromEntries(
    notes.flatMap(({ text, figures }) => (figures === undefined ? [] : [[text, figures]])),
  ),
});

/** Makes notes that state a number of projects; none for zero. */
export const makeCountNote =
  (language: Language) =>
  (
    value: number,
    say: (count: string) => string,
    figure: Omit<NoteFigure, 'text'>,
  ): readonly FiguredNote[] => {
    const count = formatCount(value, language, 'projects');
    return value === 0 ? [] : [{ text: say(count), figures: [{ text: count, ...figure }] }];
  };
