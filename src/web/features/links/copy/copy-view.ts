import type { Language } from '#domain/values/language.ts';
import { copyEvents } from '#web/figures/use-printing.ts';
import { drawWidths } from './draw-widths.tsx';

export interface ViewCopy {
  readonly title: string;
  readonly language: Language;
  /** Replaces the note on whether the link is frozen or live: the kind of the file, and its day. */
  readonly stamp: string;
}

/** Elements that work on the page only, or that belong to this reader only. */
const omittedSelector = [
  '[data-not-copied]',
  '[data-lists-more]',
  '.figure-card_tools',
  '.controls_segmented',
  '.controls_iconButton',
  '.chart-space',
  '.chart-cross',
  '.chart-tip',
  'input',
  'select',
  'textarea',
  'iframe',
  'script',
  'noscript',
].join(', ');
/** Attributes with actions or addresses, and those of this product's own data. */
const droppedAttributes =
  /^(on|href$|xlink:href$|src|srcset$|action$|formaction$|tabindex$|data-(?!copied))/;

/** Replaces an element by one that looks the same and has no action. */
function still(element: Element): void {
  const span = element.ownerDocument.createElement('span');
  span.className = element.className;
  span.append(...element.childNodes);
  element.replaceWith(span);
}

/** Makes a drawing fill its place, whatever its width. */
function fillPlace(drawing: Element): void {
  const [width, height] = [drawing.getAttribute('width'), drawing.getAttribute('height')];
  if (!drawing.hasAttribute('viewBox') && width !== null && height !== null)
    drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
  // the library of some charts gives a drawing the size of a page, and shows each
  for (const name of ['width', 'height', 'style']) drawing.removeAttribute(name);
}

/** Makes a chart independent of the page: its drawings for each width, else the one of the page. */
function stillChart(chart: Element, drawings: readonly Element[]): void {
  const place = chart.ownerDocument.createElement('div');
  place.className = 'copied-chart';
  const current = chart.querySelector(':is(.chart-live, .chart-picture) svg');
  if (drawings.length === 0) current?.removeAttribute('class');
  const all = drawings.length > 0 ? drawings : current === null ? [] : [current];
  for (const drawing of all) fillPlace(drawing);
  place.append(...all);
  chart.replaceWith(place);
}

function readStyles(page: Document): string {
  const rules = [...page.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return rules
    .map(({ cssText }) => cssText)
    .filter((text) => !/^@(font-face|import|namespace)/.test(text))
    .join('\n')
    .replaceAll('</', '<\\/');
}

/** Lists the attributes of data that styles need, as for the lines of a small chart. */
const readStyledData = (styles: string): ReadonlySet<string> =>
  new Set([...styles.matchAll(/(?:\[|attr\()(data-[a-z-]+)/g)].map(([, name]) => name ?? ''));

/** Styles that only a copy needs. */
const copyStyle = `body{margin:0 auto;max-width:1104px}.copied-chart{container-type:inline-size;margin-bottom:10px}
.copied-chart svg{display:block;width:100%;height:auto;overflow:visible}
@container (width<480px){.copied-chart :is(.copied-560,.copied-880){display:none}}
@container (480px<=width<760px){.copied-chart :is(.copied-340,.copied-880){display:none}}
@container (width>=760px){.copied-chart :is(.copied-340,.copied-560){display:none}}`;

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const [hydrationTries, pauseMs] = [50, 100];

/** Clones a page with all rows of its long lists. */
async function cloneWhole(view: Element): Promise<Element> {
  const [start, end] = copyEvents;
  // a list that is not hydrated yet does not hear the first event
  for (let tries = 0; tries < hydrationTries; tries += 1) {
    dispatchEvent(new Event(start));
    if (view.querySelector('[data-lists-more]') === null) break;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  const copy = view.cloneNode(true) as Element;
  dispatchEvent(new Event(end));
  return copy;
}

/** Copies a displayed page of a link without active parts: no script, no address, no control. */
async function copyElement(view: Element, stamp: string, styles: string): Promise<Element> {
  const drawings = await Promise.all([...view.querySelectorAll('.chart')].map(drawWidths));
  const copy = await cloneWhole(view);
  for (const [at, element] of copy.querySelectorAll('.chart').entries())
    stillChart(element, drawings[at] ?? []);
  for (const element of copy.querySelectorAll(omittedSelector)) element.remove();
  for (const element of copy.querySelectorAll('button[data-measure]'))
    element.removeAttribute('class');
  for (const element of copy.querySelectorAll('button, a, form')) still(element);
  for (const element of copy.querySelectorAll('details')) element.setAttribute('open', '');
  for (const element of copy.querySelectorAll('[data-copied="state"]')) element.textContent = stamp;
  const styled = readStyledData(styles);
  for (const element of [copy, ...copy.querySelectorAll('*')])
    for (const { name } of [...element.attributes])
      if (droppedAttributes.test(name.toLowerCase()) && !styled.has(name))
        element.removeAttribute(name);
  return copy;
}

/**
 * Makes one file of the displayed page of a link. It needs no script and no network. It holds only
 * what the page shows, so it is redacted like the page.
 */
export async function makeViewCopy(
  view: Element,
  { title, language, stamp }: ViewCopy,
): Promise<string> {
  const styles = readStyles(view.ownerDocument);
  const body = (await copyElement(view, stamp, styles)).outerHTML;
  return `<!doctype html>
<html lang="${language}" data-theme="light"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${escapeText(title)}</title><style>${styles}
${copyStyle}</style></head><body>${body}</body></html>
`;
}
