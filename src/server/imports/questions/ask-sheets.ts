import { compact } from '#domain/values/compact.ts';
import { cutText } from '#server/imports/read/cell-text.ts';
import type { AlikeSheets } from '#server/imports/structure/join-sheets.ts';
import type { ImportContext } from '#server/imports/context/import-context.ts';

const maxNameCharacters = 120;

/** Asks whether sheets of the same shape are one register, and what their names mean. */
export function askAboutSheets(
  { questions }: ImportContext,
  { names, proposal }: AlikeSheets,
): void {
  questions.ask(
    'sheets',
    'q_sheets',
    [
      questions.choice('stage', 'c_sheets_stage'),
      questions.choice('year', 'c_sheets_year'),
      questions.choice('area', 'c_sheets_area'),
      questions.choice('note', 'c_sheets_note'),
      questions.choice('one', 'c_sheets_one'),
    ],
    {
      values: { count: names.length, names: cutText(names.join(', '), maxNameCharacters) },
      ...compact({ default: proposal }),
    },
  );
}
