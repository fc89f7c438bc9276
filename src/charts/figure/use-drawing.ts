import { startTransition, use, useEffect, useState, useSyncExternalStore } from 'react';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import { PicturesContext } from './draw-context.ts';
import {
  countDrawings,
  findDrawing,
  loadDrawingWhenIdle,
  noDrawings,
  subscribeChoices,
  subscribeDrawings,
  tryDrawing,
} from './drawings.ts';

const never = (): (() => void) => () => {};

/**
 * Fetches the View of a chart when the browser is idle, or at once when it is needed; undefined
 * until then.
 */
function useView(chart: ChartDefinition<unknown>, isNeeded: boolean) {
  useSyncExternalStore(subscribeDrawings, countDrawings, noDrawings);
  useEffect(() => {
    if (isNeeded) tryDrawing(chart);
  }, [chart, isNeeded]);
  useEffect(() => loadDrawingWhenIdle(chart), [chart]);
  return findDrawing(chart.id);
}

/**
 * Chooses what is drawn: the picture that came with the page, until the live chart has replaced it.
 * The live chart is fetched when the reader wants it, opens a control that changes the data, or the
 * data change.
 * @returns `View`: undefined until it is needed and fetched. `want` asks for the live chart;
 *   `endPicture` says that it has marks.
 */
export function useDrawing(chart: ChartDefinition<unknown>, series: unknown) {
  const isServed = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [hasPicture] = useState(use(PicturesContext) && isServed);
  const [first] = useState(series);
  const [isWanted, setWanted] = useState(!isServed);
  const [isLive, setLive] = useState(false);
  const isNeeded = isWanted || series !== first;
  useEffect(() => subscribeChoices(() => startTransition(() => setWanted(true))), []);
  const View = useView(chart, isNeeded);
  return {
    showsPicture: hasPicture && !isLive,
    View: isNeeded || !hasPicture ? View : undefined,
    want: () => setWanted(true),
    endPicture: () => setLive(true),
  };
}
