import type { ReactElement } from 'react';
import { colonMark } from '#domain/values/language.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { formatDate } from '#domain/values/date-format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { momentText } from '#web/ui/time/moment-text.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { useLanguage, useLabels, useMissingLanguage } from '#web/i18n/text.ts';
import { TextButton } from '#web/ui/controls/button.tsx';
import { clockTime } from '#web/ui/time/clock-time.ts';
import * as statusLineStyles from '#web/ui/feedback/status-line.module.css';

type StatusOverview = Pick<
  Overview,
  'origin' | 'illustrative' | 'age_days' | 'report_due' | 'as_of'
>;
interface StatusLineProps {
  readonly overview: StatusOverview | undefined;
  /**
   * Set while the server does not answer: when the data was loaded, in ms (0: unknown), and a
   * retry. Omitted otherwise.
   */
  readonly unanswered: { readonly loadedAt: number; readonly ask: () => void } | undefined;
  /** The moment of knowledge of the data. Omitted for now. */
  readonly knownAt: string | undefined;
  readonly onKnownNow: () => void;
  /** Parameters of the address that could not be read. */
  readonly refused: readonly string[];
  readonly enterHref: string;
  readonly monthHref: string;
  readonly mayEdit: boolean;
  readonly onReal: () => void;
}

const Dot = () => (
  <span className={statusLineStyles.separator} aria-hidden="true">
    ·
  </span>
);

/** Makes the notes about the page: its language, its moment, its age and its address. */
function useNotes({
  unanswered,
  refused,
  knownAt,
  onKnownNow,
}: StatusLineProps): readonly ReactElement[] {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const missing = useMissingLanguage();
  const contents = {
    language:
      missing === undefined ? undefined : t('language_missing', { name: languageNames[missing] }),
    known:
      knownAt === undefined ? undefined : (
        <>
          <b>{t('known_at', { date: momentText(knownAt, language) })}</b>{' '}
          <TextButton onClick={onKnownNow}>{t('known_now')}</TextButton>
        </>
      ),
    unanswered:
      unanswered === undefined ? undefined : (
        <>
          {unanswered.loadedAt === 0
            ? t('offline')
            : t('offline_at', { time: clockTime(unanswered.loadedAt, language) })}{' '}
          <TextButton onClick={unanswered.ask}>{t('try_now')}</TextButton>
        </>
      ),
    refused: refused.length === 0 ? undefined : t('refused', { names: refused.join(', ') }),
  };
  return Object.entries(contents).flatMap(([key, content]) =>
    content === undefined ? (
      []
    ) : (
      <p key={key} role="status">
        {content}
      </p>
    ),
  );
}

/** What says that the data are an example, and leads to own data. */
function ExampleNote({
  origin,
  enterHref,
  mayEdit,
  onReal,
}: Pick<StatusLineProps, 'enterHref' | 'mayEdit' | 'onReal'> & Pick<StatusOverview, 'origin'>) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const isFictional = origin === 'example_zone';
  return (
    <>
      <i className={statusLineStyles.swatch} />
      <p>
        <b>{t(isFictional ? 'example_zone_title' : 'example_title')}</b>
        <span className={statusLineStyles.wideOnly}>
          {colonMark(language)}
          {t(isFictional ? 'example_zone_text' : 'example_text')}
        </span>
      </p>
      {mayEdit ? (
        <>
          <Dot />
          <Link to={enterHref}>{t('enter_yours')}</Link>
        </>
      ) : null}
      <Dot />
      <TextButton onClick={onReal}>{t('what_is_real')}</TextButton>
    </>
  );
}

/** The line about example data, old data and data that could not be loaded. */
export function StatusLine(props: StatusLineProps) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const notes = useNotes(props);
  const { overview, mayEdit, monthHref } = props;
  if (overview?.illustrative === true)
    return (
      <aside
        className={`${statusLineStyles.statusLine} ${statusLineStyles.example}`}
        aria-label={t('status')}
      >
        <ExampleNote {...props} origin={overview.origin} />
        {notes}
      </aside>
    );
  const isOld = overview?.report_due !== undefined;
  if (!isOld && notes.length === 0) return null;
  return (
    <aside className={statusLineStyles.statusLine} aria-label={t('status')}>
      {isOld ? (
        <>
          <p>
            {t('own_old', {
              days: overview.age_days ?? 0,
              date: formatDate(overview.as_of, language),
            })}
          </p>
          {mayEdit ? <Link to={monthHref}>{t('enter_month')}</Link> : null}
        </>
      ) : null}
      {notes}
    </aside>
  );
}
