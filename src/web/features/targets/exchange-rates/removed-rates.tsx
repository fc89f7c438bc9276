import { Link } from '#web/ui/controls/link.tsx';
import type { RemovedRate } from '#contract/currencies/schemas.ts';
import { rateWords } from '#domain/changes/exchange-rate.ts';
import { authorWords, changeWords } from '#domain/labels/index.ts';
import { formatDate } from '#domain/values/format.ts';
import { useRemovedRates } from '#web/data/exchange-rates.ts';
import { ratesLabels } from '#web/features/targets/labels/index.ts';
import { zoneDay } from '#web/i18n/zone-time.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ReadFailure } from '#web/loading/query-view.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import * as targetsStyles from '#web/features/targets/targets.module.css';

/** The moment before a change: the figures of that moment used the removed rate. */
const momentBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString();

function OneRemoved({ rate }: { readonly rate: RemovedRate }) {
  const t = useLabels(ratesLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const { removed, recorded_at, author, source, day } = rate;
  const date = (moment: string): string => formatDate(zoneDay(moment), language, 'long');
  const by = (who: string, at: string) =>
    t('recorded_by', { who: authorWords(who, language), date: date(at) });
  const reason = changeWords(removed, language, []);
  return (
    <details>
      <summary>
        {t('removed_line', {
          rate: rateWords(rate),
          day: date(day),
          by: by(removed.author, removed.recorded_at),
          reason,
        })}
        {removed.undone_by === undefined ? null : ` ${t('removal_undone')}`}
      </summary>
      <dl className={targetsStyles.removedRate}>
        <dt>{t('source')}</dt>
        <dd>{source}</dd>
        <dt>{t('recorded')}</dt>
        <dd>{by(author, recorded_at)}</dd>
        <dt>{t('removed')}</dt>
        <dd>{by(removed.author, removed.recorded_at)}</dd>
        <dt>{t('reason')}</dt>
        <dd>{reason}</dd>
      </dl>
      <p>
        <Link to={hrefTo('/', { known_at: momentBefore(removed.recorded_at) })}>
          {t('as_before')}
        </Link>
      </p>
    </details>
  );
}

/** The removed rates, the latest first: author, time and reason. Each opens. */
export function RemovedRates() {
  const t = useLabels(ratesLabels);
  const query = useRemovedRates();
  const items = query.data?.items ?? [];
  if (items.length === 0 && query.failureReason === null) return null;
  return (
    <section aria-labelledby="removed-rates">
      <h3 id="removed-rates">{t('removed_title')}</h3>
      <p>{t('removed_hint')}</p>
      <ReadFailure query={query} />
      {items.map((rate) => (
        <OneRemoved key={`${rate.base} ${rate.quote} ${rate.day} ${rate.revision}`} rate={rate} />
      ))}
    </section>
  );
}
