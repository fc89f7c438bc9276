import type { SharedPayload } from '#contract/links/schemas.ts';
import { formatCount } from '#domain/values/format.ts';
import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import { writeNotComparable } from '#domain/labels/index.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { IndicatorTable } from '#web/features/changes/parts/indicator-table.tsx';
import { TargetTable } from '#web/features/changes/parts/target-table.tsx';
import { LongMoveTable } from '#web/features/changes/parts/long-move-table.tsx';
import { ChangeSentence } from '#web/features/changes/parts/change-summary.tsx';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Definitions } from '#web/features/overview/parts/definitions.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { SharedFigure } from './shared-figures.tsx';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import * as textStyles from '#web/ui/text.module.css';

/** The shared changes between two days. */
export function ChangesBody({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const { changes } = payload;
  if (changes === undefined) return null;
  const { bridge, counts, moves, total, indicators, targets, data_status } = changes;
  const isUnknown = bridge !== undefined && counts === undefined;
  const overview = toDrawableOverview(payload.overview, changes);
  const count = (n: number): string => formatCount(n, language);
  return (
    <>
      {bridge === undefined || counts === undefined ? null : (
        <ChangeSentence bridge={bridge} counts={counts} />
      )}
      {isUnknown ? (
        <p className={textStyles.note}>
          {writeNotComparable(overview, changes.days.from, language)}
        </p>
      ) : null}
      {bridge === undefined || isUnknown ? null : (
        <SharedFigure id="changes" payload={payload} overview={overview} />
      )}
      {moves === undefined || total === undefined ? null : (
        <LongMoveTable
          moves={moves}
          total={total}
          stageWord={(stage) => stageWord(overview.zone.stage_words, stage, language)}
          link={(move) => <ProjectName project={move} />}
          note={(listedCount) => t('moves_named', { shown: count(listedCount), all: count(total) })}
        />
      )}
      {data_status === 'illustrative' && bridge !== undefined ? (
        <p className={textStyles.note}>
          <StatusChip status="illustrative" /> {t('example_projects')}
        </p>
      ) : null}
      {targets === undefined ? null : <TargetTable targets={targets} />}
      {indicators === undefined ? null : (
        <IndicatorTable indicators={indicators} from={bridge?.from ?? ''} />
      )}
      <Definitions overview={overview} unfolded />
    </>
  );
}
