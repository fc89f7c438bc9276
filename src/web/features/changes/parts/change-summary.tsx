import type { Bridge } from '#domain/changes/bridge.ts';
import { countBridgeGroups, isNothingKnown, isSame } from '#domain/changes/group-change.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { KnownChanges } from '#domain/changes/moves.ts';
import { moveCountsText } from '#domain/labels/index.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as changesStyles from '#web/features/changes/changes.module.css';

/** The heading of the changes: both days. */
export function DaysHeading({ from, to }: Pick<Bridge, 'from' | 'to'>) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  const day = (date: string): string => formatDate(date, language);
  return <h2>{t('between', { from: day(from), to: day(to) })}</h2>;
}

/** The difference in one sentence, above any figure. */
export function ChangeSentence({ bridge, counts }: Pick<KnownChanges, 'bridge' | 'counts'>) {
  const t = useLabels(changesLabels);
  const language = useLanguage();
  const { established, pipeline } = countBridgeGroups(bridge);
  const count = (n: number | undefined): string =>
    n === undefined ? '—' : formatCount(n, language);
  const moves = moveCountsText(counts, language);
  return (
    <header className={changesStyles.summary}>
      <DaysHeading {...bridge} />
      <p>
        <ExplainableFigure
          measure="bridge_projects"
          of={`from=${bridge.from}&group=pipeline&step=closing`}
        >
          {isNothingKnown({ established, pipeline })
            ? t('groups_unknown')
            : isSame(established) && isSame(pipeline)
              ? t('unchanged', {
                  established: count(established.now),
                  pipeline: count(pipeline.now),
                })
              : t('became', {
                  before: count(established.before),
                  established: count(established.now),
                  pipeline_before: count(pipeline.before),
                  pipeline: count(pipeline.now),
                })}
        </ExplainableFigure>{' '}
        {moves === '' ? null : (
          <ExplainableFigure measure="changed_projects" of={`from=${bridge.from}`}>
            {moves}
          </ExplainableFigure>
        )}
      </p>
    </header>
  );
}
