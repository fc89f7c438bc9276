import { TokenTable } from './token-table.tsx';
import { useTokens } from './queries.ts';
import { useLabels } from '#web/i18n/text.ts';
import { tokensLabels } from '#web/features/accounts/labels/index.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

/** The tokens of all people, which an admin can end. */
export function AllTokens() {
  const t = useLabels(tokensLabels);
  const tokens = useTokens();
  return (
    <section>
      <h2>{t('everybody')}</h2>
      <QueryView query={tokens} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={fieldRowStyles.text}>{t('none')}</p>
          ) : (
            <TokenTable owners caption={t('everybody')} tokens={items} />
          )
        }
      </QueryView>
    </section>
  );
}
