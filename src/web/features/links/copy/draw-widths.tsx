import { createRoot } from 'react-dom/client';
import { type DrawnFigure, findFigure } from '#charts/figure/drawn-figures.ts';
import { findDrawing, loadDrawing } from '#charts/figure/drawings.ts';
import { Live } from '#charts/figure/Live.tsx';

/** The widths in px at which a copy holds each drawing: phone, tablet and desk. */
export const copiedWidths = [340, 560, 880] as const;
type CopiedWidth = (typeof copiedWidths)[number];

/** A chart without marks is copied as it is after this time, in ms. */
const longestWait = 5000;

/** Draws a figure outside the visible page. */
async function drawAt(
  { chart, series, language }: DrawnFigure,
  width: CopiedWidth,
  id: string,
): Promise<SVGSVGElement | undefined> {
  await loadDrawing(chart);
  const View = findDrawing(chart.id);
  if (View === undefined) return undefined;
  const place = document.createElement('div');
  place.hidden = true;
  document.body.append(place);
  const root = createRoot(place);
  await new Promise<void>((resolve) => {
    setTimeout(resolve, longestWait);
    root.render(
      <Live
        {...{ View, series, width, id, language }}
        height={chart.height(width, series)}
        onDrawn={resolve}
      />,
    );
  });
  const drawing = place.querySelector('svg')?.cloneNode(true);
  root.unmount();
  place.remove();
  return drawing instanceof SVGSVGElement ? drawing : undefined;
}

/**
 * Copies the pictures that the server drew at the widths of a copy.
 * @returns an empty list where the live drawing has replaced them
 */
function copyPictures(element: Element): readonly SVGSVGElement[] {
  const pictures = copiedWidths.flatMap((width) => {
    const picture = element.querySelector(`.chart-picture > svg.chart-${width}`)?.cloneNode(true);
    if (!(picture instanceof SVGSVGElement)) return [];
    picture.setAttribute('class', `copied-${width}`);
    return [picture];
  });
  return pictures.length === copiedWidths.length ? pictures : [];
}

/**
 * Draws the figure of an element at each width of a copy. A chart that nobody has used yet has the
 * pictures of the server, and its code may not be loaded.
 *
 * @returns an empty list where neither the pictures nor the content of the figure are known
 */
export async function drawWidths(element: Element, at: number): Promise<readonly SVGSVGElement[]> {
  const pictures = copyPictures(element);
  if (pictures.length > 0) return pictures;
  const figure = findFigure(element);
  if (figure === undefined) return [];
  const drawings = await Promise.all(
    copiedWidths.map(async (width) => {
      const drawing = await drawAt(figure, width, `${figure.chart.id}-copy-${at}-${width}`);
      drawing?.setAttribute('class', `copied-${width}`);
      return drawing;
    }),
  );
  return drawings.every((drawing) => drawing !== undefined) ? drawings : [];
}
