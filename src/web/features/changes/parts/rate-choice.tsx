import { Link } from '#web/ui/controls/link.tsx';
import type { Bridge } from '#domain/changes/bridge.ts';
import { rateBases } from '#domain/changes/rate-basis.ts';
import { formatDate } from '#domain/values/format.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import * as changesStyles from '#web/features/changes/changes.module.css';

/**
 * The choice of how amounts of several currencies are shown; it names a missing rate. Renders
 * nothing with one currency.
 */
export function RateChoice({
  bridge,
  currency,
}: {
  readonly bridge: Bridge;
  readonly currency: string;
}) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  const { view, change, hrefTo } = useViewState();
  const { rates } = bridge;
  const currencies = new Set(
    bridge.groups.flatMap(({ steps }) =>
      steps.flatMap(({ amounts }) => amounts.map((amount) => amount.currency)),
    ),
  );
  if (view.rates === undefined && currencies.size < 2) return null;
  const day = (date: string): string =>
    formatDate(date, language, language === 'en' ? 'short' : 'long');
  return (
    <div className={changesStyles.rateChoice}>
      <SelectField
        label={t('show_as')}
        value={view.rates ?? ''}
        onChange={(event) =>
          change({ rates: rateBases.find((basis) => basis === event.target.value) })
        }
      >
        <option value="">{t('show_own')}</option>
        {rateBases.map((basis) => (
          <option key={basis} value={basis}>
            {t(`show_${basis}`, { currency })}
          </option>
        ))}
      </SelectField>
      {rates.kind === 'missing' ? (
        <Notice kind="bad" live>
          {t('rates_missing', {
            list: rates.without
              .map((one) => t('rate_missing', { currency: one.currency, date: day(one.day) }))
              .join(t('separator')),
          })}{' '}
          <Link to={hrefTo('/settings/rates')}>{t('enter_rates')}</Link>
        </Notice>
      ) : null}
    </div>
  );
}
