import { useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { call } from '#web/data/transport.ts';
import { explainLabels } from '#web/features/explain/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import * as explainStyles from './explain.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Every figure of the product with its formula, its scope and exclusions, and its source. */
export function MeasureDefinitions() {
  const t = useLabels(explainLabels);
  const language = useLanguage();
  const query = useQuery({
    queryKey: queryKeys.listMeasures(),
    queryFn: ({ signal }) => call(endpoints.listMeasures, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section id="measures">
      <h2>{t('all_measures')}</h2>
      <p className={textStyles.note}>{t('all_measures_lead')}</p>
      <QueryView query={query} lines={6}>
        {({ items }) => (
          <div className={explainStyles.definitions}>
            {items.map((one) => (
              <details key={one.id}>
                <summary>
                  <b>{one.name[language]}</b> <small>{one.unit[language]}</small>
                </summary>
                <p>{sentenceStart(one.formula[language])}</p>
                <dl className={explainStyles.parts}>
                  {(['counts', 'leaves_out', 'source'] as const).map((part) => (
                    <div key={part}>
                      <dt>{t(part)}</dt>
                      <dd>{one[part][language]}</dd>
                    </div>
                  ))}
                </dl>
                <p className={textStyles.note}>{t('version', { n: String(one.version) })}</p>
              </details>
            ))}
          </div>
        )}
      </QueryView>
    </section>
  );
}
