import { formatDate } from '#domain/values/format.ts';
import { authorWords, changeWords } from '#domain/labels/index.ts';
import { useZoneVersions } from '#web/features/targets/queries.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as targetsStyles from '#web/features/targets/targets.module.css';

/** All versions of the zone's settings: who, when, why, old → new. */
export function ZoneHistory() {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const versions = useZoneVersions();
  return (
    <details className={targetsStyles.section}>
      <summary>
        <h2>{t('history')}</h2>
      </summary>
      <QueryView query={versions} lines={3}>
        {({ items }) => (
          <ol className={targetsStyles.list}>
            {items.map((version) => (
              <li key={version.revision}>
                <b>{formatDate(version.recorded_at.slice(0, 10), language, 'long')}</b>{' '}
                {authorWords(version.author, language)} ·{' '}
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
