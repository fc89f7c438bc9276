import type { Overview } from '#domain/overview/overview.ts';
import { registerNotes } from '#domain/labels/projects/register-days.ts';
import { useLanguage } from '#web/i18n/text.ts';
import * as textStyles from '#web/ui/text.module.css';

/**
 * Notes on the counts of projects: they are unknown, lower bounds, or not comparable.
 */
export function RegisterNotes({ overview }: { readonly overview: Overview }) {
  const language = useLanguage();
  return registerNotes(overview, language).map((note) => (
    <p key={note} className={textStyles.note}>
      {note}
    </p>
  ));
}
