import type { Overview } from '#domain/overview/overview.ts';
import { registerNotes } from '#domain/labels/projects/register-days.ts';
import { useLanguage } from '#web/i18n/text.ts';
import * as textStyles from '#web/ui/text.module.css';

/**
 * What a reader must know of the counts of projects: that they are not known, at least, or not
 * comparable.
 */
export function RegisterNotes({ overview }: { readonly overview: Overview }) {
  const language = useLanguage();
  return registerNotes(overview, language).map((note) => (
    <p key={note} className={textStyles.note}>
      {note}
    </p>
  ));
}
