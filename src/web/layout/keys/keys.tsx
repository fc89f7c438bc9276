import { targetKey } from '#domain/zone/indicator.ts';
import { compact } from '#domain/values/compact.ts';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Overview } from '#domain/overview/overview.ts';
import { Explain } from '#web/features/explain/explain.tsx';
import { routes } from '#web/url/page-list.ts';
import { useGo } from '#web/url/use-go.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { neighbours } from '#web/layout/day/day-stepper.tsx';
import { useShortcuts, type Shortcuts } from '#web/data/shortcuts.ts';

const Palette = lazy(async () => ({
  default: (await import('#web/features/palette/palette.tsx')).Palette,
}));

interface KeysProps {
  readonly overview: Overview | undefined;
  /** Whether the page shows the state of a day. */
  readonly dated: boolean;
  readonly onHelp: () => void;
  readonly onShare: (() => void) | undefined;
}

/** The actions of the shortcuts: pages, days, measures, the table of a figure, search. */
function usePageShortcuts({ overview, dated, onHelp, onShare }: KeysProps): Shortcuts {
  const leave = useGo();
  const { view, change, hrefTo, open } = useViewState();
  const go = (path: string) => () => open(path);
  const toDay = (day: string | undefined) => () => day !== undefined && change({ as_of: day });
  const { before, after } =
    overview === undefined
      ? ({} as { before?: string; after?: string })
      : neighbours(overview.days, overview.as_of);
  const toggleTable = () => {
    // the focused figure, else the first of the page
    const figure = (
      document.activeElement?.closest<HTMLElement>('[data-figure]') ??
      document.querySelector<HTMLElement>('[data-figure]')
    )?.dataset['figure'];
    if (figure === undefined) return;
    const { [figure]: current, ...others } = view.tab;
    change({ tab: current === 'table' ? others : { ...view.tab, [figure]: 'table' } });
  };
  const measures = (overview?.targets ?? [])
    .filter((row) => row.kind !== 'qualitative')
    .slice(0, 9);
  return {
    '?': onHelp,
    // other pages have their own keys, as the months of the month page
    ...compact({
      '[': dated ? toDay(before) : undefined,
      ']': dated ? toDay(after) : undefined,
    }),
    t: toggleTable,
    '/': () => leave(hrefTo('/projects'), { state: { search: true } }),
    ...compact({ s: onShare }),
    ...Object.fromEntries(
      routes.flatMap((route) =>
        route.key === undefined ? [] : [[`g ${route.key}`, go(route.path)]],
      ),
    ),
    ...Object.fromEntries(
      measures.map((row, index) => [String(index + 1), () => change({ m: targetKey(row) })]),
    ),
  };
}

/**
 * Listens for shortcuts once the page is loaded. Ctrl K or ⌘K opens the palette, also from within a
 * field.
 */
export function Keys(props: KeysProps) {
  useShortcuts(usePageShortcuts(props));
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey ||
        event.isComposing
      )
        return;
      event.preventDefault();
      setOpen((now) => !now && document.querySelector('dialog[open]') === null);
    };
    const onPalette = () => setOpen(true);
    document.addEventListener('keydown', onKey);
    document.addEventListener('headway-palette', onPalette);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('headway-palette', onPalette);
    };
  }, []);
  return (
    <>
      <Suspense>{open ? <Palette onClose={() => setOpen(false)} /> : null}</Suspense>
      <Explain />
    </>
  );
}
