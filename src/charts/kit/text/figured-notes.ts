import type { ChartWords, NoteFigure } from '#charts/kit/definition.ts';

/** A note with the figures that it states. */
export interface FiguredNote {
  readonly text: string;
  readonly figures?: readonly NoteFigure[];
}

/** The notes of a chart, and the figures within them by the text of the note. */
export const splitNotes = (
  notes: readonly FiguredNote[],
): Pick<ChartWords, 'notes' | 'note_figures'> => ({
  notes: notes.map(({ text }) => text),
  note_figures: Object.fromEntries(
    notes.flatMap(({ text, figures }) => (figures === undefined ? [] : [[text, figures]])),
  ),
});
