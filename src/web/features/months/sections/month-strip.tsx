import { monthLabels } from '#web/features/months/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import * as monthsStyles from '#web/features/months/months.module.css';

export interface StripPart {
  readonly id: string;
  readonly title: string;
  /** Its open points, in words. */
  readonly state: string;
}

/** The parts of the month with their open points; each entry jumps to its part. */
export function MonthStrip({ parts }: { readonly parts: readonly StripPart[] }) {
  const t = useLabels(monthLabels);
  return (
    <nav className={monthsStyles.strip} aria-label={t('strip')}>
      <ol>
        {parts.map(({ id, title, state }, at) => (
          <li key={id}>
            <a
              href={`#m-${id}`}
              onClick={(event) => {
                // the address of the page does not change
                event.preventDefault();
                document.getElementById(`m-${id}`)?.scrollIntoView({ block: 'start' });
                document.getElementById(`m-${id}-title`)?.focus({ preventScroll: true });
              }}
            >
              <b>
                {at + 1} {title}
              </b>
              <span>{state}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
