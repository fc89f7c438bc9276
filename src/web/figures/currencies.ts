import { useExchangeRates } from '#web/data/exchange-rates.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';

/** The zone's own currency, and those with a rate. */
export function useCurrencies(): readonly string[] {
  const own = useOverviewOfView().data?.zone.base_currency;
  const rates = useExchangeRates().data?.items ?? [];
  if (own === undefined) return [];
  const partners = rates.flatMap(({ base, quote }) =>
    base === own ? [quote] : quote === own ? [base] : [],
  );
  return [own, ...[...new Set(partners)].sort().slice(0, 4)];
}

/** Names an option of the choice of currencies: the zone's own alone, or with a secondary one. */
export const currencyChoice = (currency: string, own: string): string =>
  currency === own ? own : `${own} + ${currency}`;
