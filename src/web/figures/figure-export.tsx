import { lazy, Suspense } from 'react';
import type { ChartOptions } from '#charts/kit/definition.ts';
import type { ChartId } from '#charts/registry.ts';
import { detailText } from '#web/features/overview/labels/details/index.ts';
import { useText } from '#web/i18n/text.ts';
import { IconButton } from '#web/ui/controls/button.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';

const Menu = lazy(async () => ({ default: (await import('./figure-menu.tsx')).FigureMenu }));

export interface FigureExportProps {
  readonly id: ChartId;
  readonly title: string;
  readonly options: ChartOptions;
  readonly example: boolean;
  /** What this figure's address says beside the view of the page, or in its place. */
  readonly more?: Readonly<Record<string, string | undefined>>;
}

/** The ways in which one figure leaves the page; they come with the first press. */
export function FigureExport(props: FigureExportProps) {
  const t = useText(detailText);
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
