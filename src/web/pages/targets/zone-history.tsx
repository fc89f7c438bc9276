import { formatDate } from '#domain/format.ts';
import { authorWords, changeWords } from '#domain/terms/index.ts';
import { useZoneVersions } from '#web/data/period-queries.ts';
import { QueryView } from '#web/shell/query-view.tsx';
import { targetsText } from '#web/i18n/targets/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';

/** Every version of the zone: who, when, why, old → new. */
export function ZoneHistory() {
  const t = useText(targetsText);
  const language = useLanguage();
  const versions = useZoneVersions();
  return (
    <details className="tsec">
      <summary>
        <h2>{t('history')}</h2>
      </summary>
      <QueryView query={versions} lines={3}>
        {({ items }) => (
          <ol className="tlist">
            {items.map((version) => (
              <li key={version.revision}>
                <b>{formatDate(version.recorded_at.slice(0, 10), language, 'long')}</b> {authorWords(version.author, language)} ·{' '}
                {changeWords({ kind: 'zone', reason: version.reason }, language, [])}
                <ul>
                  {version.changes.map(({ path, from, to }) => (
                    <li key={path}>
                      <code>{path}</code> {t('old_new', { from: from ?? '—', to: to ?? '—' })}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </details>
  );
}
