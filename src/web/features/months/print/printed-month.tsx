import type { PeriodState } from '#contract/targets/schemas.ts';
import type { DoubtReply } from '#contract/doubts/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { isJudged } from '#domain/targets/target-row.ts';
import { formatMonth } from '#domain/values/format.ts';
import type { Month } from '#domain/values/date.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { useMonthState } from '#web/features/months/sections/use-month-state.ts';
import type { MonthWork } from '#web/features/months/sections/use-open-work.ts';
import type { Row } from '#web/features/months/values/row-values.ts';
import { useFitting } from '#web/features/overview/print/fit-sheet.ts';
import { Paper, Sheet } from '#web/features/overview/print/paper.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { PrintedAchievements, PrintedCauses, PrintedDoubts } from './printed-notes.tsx';
import { PrintedValues } from './printed-values.tsx';
import * as printedMonthStyles from './printed-month.module.css';

export interface PrintedMonthProps {
  readonly month: Month;
  readonly overview: Overview;
  readonly rows: readonly Row[];
  readonly state: PeriodState;
  readonly work: MonthWork;
  readonly doubts: readonly DoubtReply[];
}

const [leastRows, mostDoubts] = [3, 8];

/**
 * The month on at most two pages of A4: stored figures, achievements, causes with next steps, and
 * open doubts. What has nothing to say is left out. A long list is cut, with the number of the rest.
 */
export function PrintedMonth({ month, overview, rows, state, work, doubts }: PrintedMonthProps) {
  const rowCuts = Math.max(0, rows.length - leastRows);
  const first = useFitting(1 + rowCuts);
  const second = useFitting(mostDoubts + Math.max(0, work.behind.length - 1));
  const hasSecond = first.cuts > 0;
  const doubtCuts = Math.min(second.cuts, mostDoubts);
  const notes = (
    <>
      <PrintedCauses
        targets={work.behind}
        others={work.others}
        notes={state.notes}
        most={work.behind.length - (second.cuts - doubtCuts)}
      />
      <PrintedDoubts doubts={doubts} most={mostDoubts - doubtCuts} />
    </>
  );
  const of = hasSecond ? 2 : 1;
  return (
    <Paper>
      <Sheet overview={overview} number={1} of={of} sheet={first.sheet}>
        <Claim {...{ month, state, work }} />
        <PrintedValues month={month} rows={rows} most={rows.length - Math.max(0, first.cuts - 1)} />
        <PrintedAchievements text={state.achievement?.text} />
        {hasSecond ? null : notes}
      </Sheet>
      {hasSecond ? (
        <Sheet overview={overview} number={2} of={of} sheet={second.sheet}>
          {notes}
        </Sheet>
      ) : null}
    </Paper>
  );
}

/** The number of targets behind plan, and whether the month is closed. */
function Claim({ month, state, work }: Pick<PrintedMonthProps, 'month' | 'state' | 'work'>) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const stateText = useMonthState();
  const verdictRows = [...work.behind, ...work.others].filter(({ verdict }) => isJudged(verdict));
  return (
    <div className={printedMonthStyles.claim}>
      <h2>
        {t('printed_claim', {
          month: formatMonth(month, language, 'long'),
          behind: work.behind.length,
          all: verdictRows.length,
        })}
      </h2>
      <p>{stateText(state, undefined)}</p>
    </div>
  );
}
