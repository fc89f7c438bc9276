import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Overview } from '#domain/overview/overview.ts';
import { formatDate } from '#domain/values/format.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as printedOverviewStyles from './printed-overview.module.css';

/** Width of the text on A4 with margins of 16 mm, in px. */
export const paperPx = 672;

interface SheetProps {
  readonly overview: Overview;
  readonly number: number;
  readonly of: number;
  /** Measures the part between the zone above and the number below. */
  readonly sheet: (element: HTMLElement | null) => void;
  readonly children: ReactNode;
}

/** A page with the zone and the day above, and the mark of examples and its number below. */
export function Sheet({ overview, number, of, sheet, children }: SheetProps) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const fictional = overview.origin === 'example_zone';
  return (
    <section className={printedOverviewStyles.sheet}>
      <header>
        <b>{overview.zone.name[language]}</b>
        <span>{formatDate(overview.as_of, language)}</span>
      </header>
      <div className={printedOverviewStyles.body} ref={sheet}>
        {children}
      </div>
      <footer>
        {overview.illustrative ? (
          <span>
            <b>{t(fictional ? 'example_zone_title' : 'example_title')}</b>
            {t(fictional ? 'example_zone_text' : 'example_text')}
          </span>
        ) : (
          <span />
        )}
        <span>
          {number} / {of}
        </span>
      </footer>
    </section>
  );
}

/**
 * The container of the sheets, before the page: hatches are found by id, and those in hidden parts
 * draw nothing. It exists before the sheets measure themselves.
 */
function usePaper(): HTMLElement {
  const [paper] = useState(() => {
    const element = document.createElement('div');
    element.className = printedOverviewStyles.sheets;
    element.dataset['theme'] = 'light';
    document.body.prepend(element);
    return element;
  });
  useEffect(() => () => paper.remove(), [paper]);
  return paper;
}

/** The sheets of a page, which are in the document while it is printed. */
export const Paper = ({ children }: { readonly children: ReactNode }) =>
  createPortal(children, usePaper());
