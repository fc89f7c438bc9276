import type { LinkWarning, WarnedAmount } from '#contract/links/schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { stageGroupTerms, stageTerms } from '#domain/labels/index.ts';
import { linkListLabels } from '#web/features/links/labels/index.ts';
import { makeTranslate, useLanguage } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';

function amountText(
  { of, currency, projects: n, as_of }: WarnedAmount,
  language: Language,
): string {
  const t = makeTranslate(linkListLabels, language);
  const what =
    of === 'total'
      ? t('warned_total')
      : of === 'established' || of === 'pipeline'
        ? stageGroupTerms[of][language]
        : stageTerms[of][language];
  return t('warned_amount', {
    what,
    currency,
    n,
    date: formatDate(as_of, language, language === 'en' ? 'short' : 'long'),
  });
}

/**
 * Warns about hidden amounts that a link discloses, by changes over time or together with other
 * links.
 */
export function LinkWarningNotes({ warnings }: { readonly warnings: readonly LinkWarning[] }) {
  const language = useLanguage();
  const t = makeTranslate(linkListLabels, language);
  return warnings.map(({ kind, links, amounts }) => {
    const list = amounts.map((amount) => amountText(amount, language)).join(t('warned_list'));
    return (
      <Notice key={kind}>
        {kind === 'moves'
          ? t('warned_moves', { amounts: list })
          : t('warned_together', { amounts: list, n: Math.max(1, links?.length ?? 1) })}
      </Notice>
    );
  });
}
