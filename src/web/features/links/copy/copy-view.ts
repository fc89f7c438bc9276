import type { Language } from '#domain/values/language.ts';

export interface ViewCopy {
  readonly title: string;
  readonly language: Language;
  /** In place of whether the link is frozen or live: what the file is, and of which day. */
  readonly stamp: string;
}

/** What only works on the page, and what is of this reader alone. */
const left = [
  '[data-not-copied]',
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
/**
 * Attributes that a copy drops: those that act, lead somewhere or tell how the page is made. It
 * keeps those by which styles head the values of narrow tables and colour bars.
 */
const dropped =
  /^(on|href$|xlink:href$|src|srcset$|action$|formaction$|tabindex$|data-(?!(label|step|sign|band|pace)$|copied))/;

/** Replaces an element by one that does nothing and looks alike. */
function still(element: Element): void {
  const span = element.ownerDocument.createElement('span');
  span.className = element.className;
  span.append(...element.childNodes);
  element.replaceWith(span);
}

/** Lets a drawing stand by itself: on a narrow screen it can be moved sideways. */
function stillChart(chart: Element): void {
  const drawing = chart.querySelector('.chart-live svg') ?? chart.querySelector('svg');
  const place = chart.ownerDocument.createElement('div');
  place.className = 'copied-chart';
  if (drawing !== null) {
    const [width, height] = [drawing.getAttribute('width'), drawing.getAttribute('height')];
    if (!drawing.hasAttribute('viewBox') && width !== null && height !== null)
      drawing.setAttribute('viewBox', `0 0 ${width} ${height}`);
    drawing.removeAttribute('width');
    drawing.removeAttribute('height');
    drawing.removeAttribute('class');
    place.append(drawing);
  }
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

/** Styles that only a copy needs. */
const copyStyle = `body{margin:0 auto;max-width:1104px}.copied-chart{overflow-x:auto;margin-bottom:10px}
.copied-chart svg{display:block;width:100%;height:auto;overflow:visible}
@media screen and (max-width:767px){.copied-chart svg{min-width:560px}}`;

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Copies a shown page of a link without what acts: no script, no address, no control. */
function copyElement(view: Element, stamp: string): Element {
  const copy = view.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll('.chart')) stillChart(element);
  for (const element of copy.querySelectorAll(left)) element.remove();
  for (const element of copy.querySelectorAll('button[data-measure]'))
    element.removeAttribute('class');
  for (const element of copy.querySelectorAll('button, a, form')) still(element);
  for (const element of copy.querySelectorAll('details')) element.setAttribute('open', '');
  for (const element of copy.querySelectorAll('[data-copied="state"]')) element.textContent = stamp;
  for (const element of [copy, ...copy.querySelectorAll('*')])
    for (const { name } of [...element.attributes])
      if (dropped.test(name.toLowerCase())) element.removeAttribute(name);
  return copy;
}

/**
 * Makes one file of the shown page of a link: it needs no script and no network. It holds what the
 * page shows and nothing else, so it is redacted as the page is.
 */
export function makeViewCopy(view: Element, { title, language, stamp }: ViewCopy): string {
  const body = copyElement(view, stamp).outerHTML;
  return `<!doctype html>
<html lang="${language}" data-theme="light"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${escapeText(title)}</title><style>${readStyles(view.ownerDocument)}
${copyStyle}</style></head><body>${body}</body></html>
`;
}
