import type { ReactNode } from 'react';
import type { Overview } from '#domain/overview/overview.ts';
import { PrintedDefinitions } from '#web/features/overview/print/printed-overview.tsx';
import { Paper, Sheet } from '#web/features/overview/print/paper.tsx';
import { useFitting } from '#web/features/overview/print/fit-sheet.ts';

/** The largest and the smallest number of rows of a table on a sheet. */
const [mostRows, leastRows] = [40, 3];

interface PagesProps {
  readonly overview: Overview;
  readonly head: ReactNode;
  /** The answer and its basis, with at most `most` rows in each table. */
  readonly first: (most: number) => ReactNode;
  /** The lists. They are on the first sheet where everything fits on it. */
  readonly rest: (most: number) => ReactNode;
}

function SecondSheet({ overview, rest }: Pick<PagesProps, 'overview' | 'rest'>) {
  const { cuts, sheet } = useFitting(mostRows - leastRows);
  return (
    <Sheet overview={overview} number={2} of={2} sheet={sheet}>
      {rest(mostRows - cuts)}
      <PrintedDefinitions overview={overview} />
    </Sheet>
  );
}

/** A page of a link on one sheet of A4, or on two where it does not fit on one. */
export function PrintedPages({ overview, head, first, rest }: PagesProps) {
  const { cuts, sheet } = useFitting(1 + mostRows - leastRows);
  const isWhole = cuts === 0;
  return (
    <Paper>
      <Sheet overview={overview} number={1} of={isWhole ? 1 : 2} sheet={sheet}>
        {head}
        {first(mostRows - Math.max(0, cuts - 1))}
        {isWhole ? (
          <>
            {rest(mostRows)}
            <PrintedDefinitions overview={overview} />
          </>
        ) : null}
      </Sheet>
      {isWhole ? null : <SecondSheet overview={overview} rest={rest} />}
    </Paper>
  );
}
