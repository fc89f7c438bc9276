import type { Bridge } from '#domain/changes/bridge.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { KnownChanges } from '#domain/changes/moves.ts';
import { moveCountsText } from '#domain/labels/index.ts';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import * as changesStyles from '#web/features/changes/changes.module.css';

const countProjects = (
  bridge: Bridge,
  group: 'established' | 'pipeline',
  kind: 'opening' | 'closing',
): number =>
  bridge.groups.find((one) => one.group === group)?.steps.find((step) => step.kind === kind)
    ?.count ?? 0;

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
  const count = (n: number): string => formatCount(n, language);
  const [before, established] = [
    countProjects(bridge, 'established', 'opening'),
    countProjects(bridge, 'established', 'closing'),
  ];
  const [pipelineBefore, pipeline] = [
    countProjects(bridge, 'pipeline', 'opening'),
    countProjects(bridge, 'pipeline', 'closing'),
  ];
  const same = before === established && pipelineBefore === pipeline;
  const moves = moveCountsText(counts, language);
  return (
    <header className={changesStyles.summary}>
      <DaysHeading {...bridge} />
      <p>
        <ExplainableFigure
          measure="bridge_projects"
          of={`from=${bridge.from}&group=pipeline&step=closing`}
        >
          {same
            ? t('unchanged', { established: count(established), pipeline: count(pipeline) })
            : t('became', {
                before: count(before),
                established: count(established),
                pipeline_before: count(pipelineBefore),
                pipeline: count(pipeline),
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
