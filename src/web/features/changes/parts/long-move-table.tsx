import { type ComponentProps, type MouseEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { changesLabels } from '#web/features/changes/labels/index.ts';
import { useCopying, usePrinting } from '#web/figures/use-printing.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { MoveTable } from './move-table.tsx';

/** A move has about ten elements, and a page at most 3,000. */
const movesAtOnce = 100;

/** The newest moves, and a button that lists the next ones. Paper and copies list all. */
export function LongMoveTable(props: Omit<ComponentProps<typeof MoveTable>, 'most' | 'more'>) {
  const t = useLabels(changesLabels);
  const [most, setMost] = useState(movesAtOnce);
  const isPrinting = usePrinting();
  const isCopying = useCopying();
  if (isPrinting || isCopying || props.moves.length <= most) return <MoveTable {...props} />;
  const showMore = ({ currentTarget }: MouseEvent) => {
    const rows = currentTarget.closest('section')?.querySelector('tbody')?.rows;
    flushSync(() => setMost(most + movesAtOnce));
    // the reader goes on there, also where the button has left
    const next = rows?.item(most);
    next?.setAttribute('tabindex', '-1');
    next?.focus({ preventScroll: true });
  };
  return (
    <MoveTable
      {...props}
      most={most}
      more={
        <Button data-lists-more onClick={showMore}>
          {t('more')}
        </Button>
      }
    />
  );
}
