import { colonMark } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { formatDate, formatMonth } from '#domain/values/format.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { clockTime } from '#web/ui/time/clock-time.ts';
import { wallLabels } from './labels/index.ts';
import { useNow } from './use-turn.ts';
import * as wallStyles from './wall.module.css';

/** The age of a reading from which the screen reports it, in ms. */
const lostAfterMs = 2 * 60_000;

interface ReadingProps {
  /** When the data were read, in ms. */
  readonly readAt: number;
  /** The time since which there has been no answer, in ms. */
  readonly failedAt: number | undefined;
}

function Reading({ readAt, failedAt }: ReadingProps) {
  const t = useLabels(wallLabels);
  const language = useLanguage();
  const now = useNow(10_000);
  if (now === undefined) return null;
  const time = clockTime(readAt, language);
  if (now - readAt < lostAfterMs) return <span>{t('read_at', { time })}</span>;
  return (
    <span className={wallStyles.lost} role="status">
      {t('lost', { since: clockTime(failedAt ?? readAt, language), time })}
    </span>
  );
}

/** The zone, the day of its data, and when they were read. */
export function WallHeader({
  overview,
  readAt,
  failedAt,
}: ReadingProps & { readonly overview: Overview }) {
  const t = useLabels(wallLabels);
  const language = useLanguage();
  const month = overview.latest_month;
  return (
    <header className={wallStyles.header}>
      <h1>{overview.zone.short_name[language]}</h1>
      <p>
        <span>{t('data_to', { date: formatDate(overview.as_of, language) })}</span>
        {month === undefined ? null : (
          <span>
            {t(month.data_status === 'illustrative' ? 'example_months' : 'reported_months', {
              month: formatMonth(month.period, language, 'long'),
            })}
          </span>
        )}
        <Reading readAt={readAt} failedAt={failedAt} />
      </p>
    </header>
  );
}

/** Says that figures are invented, where they are. */
export function WallExample({ overview }: { readonly overview: Overview }) {
  const t = useLabels(wallLabels);
  const language = useLanguage();
  if (!overview.illustrative) return null;
  const fictional = overview.origin === 'example_zone';
  return (
    <aside className={wallStyles.example} aria-label={t('status')}>
      <i />
      <p>
        <b>{t(fictional ? 'example_zone_title' : 'example_title')}</b>
        {colonMark(language)}
        {t(fictional ? 'example_zone_text' : 'example_text')}
      </p>
    </aside>
  );
}
