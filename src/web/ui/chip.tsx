import type { DataStatus } from '#domain/data-status.ts';
import { dataStatusTerms } from '#domain/terms/data.ts';
import { useLanguage } from '#web/i18n/text.ts';

/** How sure the value beside it is. Illustrative is ochre; every other status is grey. */
export function StatusChip({ status }: { readonly status: DataStatus }) {
  const language = useLanguage();
  return <span className={status === 'illustrative' ? 'prov i' : 'prov r'}>{dataStatusTerms[status]?.[language]}</span>;
}
