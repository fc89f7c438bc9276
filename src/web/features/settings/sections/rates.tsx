import type { SectionProps } from '#web/features/settings/section.ts';
import { ExchangeRates } from '#web/features/targets/exchange-rates/exchange-rates-section.tsx';

/** The exchange rates of the zone. */
export const RateSettings = ({ profile }: SectionProps) => (
  <ExchangeRates currency={profile.base_currency} />
);
