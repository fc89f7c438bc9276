import { lazy, Suspense } from 'react';
import { figureLabels } from '#web/figures/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import type { FigureMenuProps } from './figure-menu.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';

const Menu = lazy(async () => ({ default: (await import('./figure-menu.tsx')).FigureMenu }));

/** The export menu of one figure; its code loads at the first press. */
export function FigureExport(props: FigureMenuProps) {
  const t = useLabels(figureLabels);
  const label = t('figure_export', { title: props.title });
  return (
    <Popover
      label={label}
      trigger={(button) => <IconButton {...button} icon="download" label={label} />}
    >
      {() => (
        <Suspense fallback={<Skeleton lines={8} />}>
          <Menu {...props} />
        </Suspense>
      )}
    </Popover>
  );
}
