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

/** The line about example data, old data and data that could not be loaded. */
export function StatusLine({
  overview,
  unanswered,
  refused,
  knownAt,
  onKnownNow,
  enterHref,
  monthHref,
  mayEdit,
  onReal,
}: StatusLineProps) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const missing = useMissingLanguage();
  const languageNote =
    missing === undefined ? (
      []
    ) : (
      <p key="language" role="status">
        {t('language_missing', { name: languageNames[missing] })}
      </p>
    );
  const recordsNote =
    knownAt === undefined ? (
      []
    ) : (
      <p key="known" role="status">
        <b>{t('known_at', { date: momentText(knownAt, language) })}</b>{' '}
        <TextButton onClick={onKnownNow}>{t('known_now')}</TextButton>
      </p>
    );
  const stale =
    unanswered === undefined ? (
      []
    ) : (
      <p key="unanswered" role="status">
        {unanswered.loadedAt === 0
          ? t('offline')
          : t('offline_at', { time: clockTime(unanswered.loadedAt, language) })}{' '}
        <TextButton onClick={unanswered.ask}>{t('try_now')}</TextButton>
      </p>
    );
  const notUnderstood =
    refused.length === 0 ? (
      []
    ) : (
      <p key="refused" role="status">
        {t('refused', { names: refused.join(', ') })}
      </p>
    );
  const more = [languageNote, recordsNote, stale, notUnderstood].flat();
  if (overview?.illustrative === true) {
    const fictional = overview.origin === 'example_zone';
    return (
      <aside
        className={`${statusLineStyles.statusLine} ${statusLineStyles.example}`}
        aria-label={t('status')}
      >
        <i className={statusLineStyles.swatch} />
        <p>
          <b>{t(fictional ? 'example_zone_title' : 'example_title')}</b>
          <span className={statusLineStyles.wideOnly}>
            {language === 'en' ? ': ' : '：'}
            {t(fictional ? 'example_zone_text' : 'example_text')}
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
        {more}
      </aside>
    );
  }
  const old = overview?.report_due !== undefined;
  if (!old && more.length === 0) return null;
  return (
    <aside className={statusLineStyles.statusLine} aria-label={t('status')}>
      {old ? (
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
      {more}
    </aside>
  );
}
