const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The HTML that shows a figure in a page; its height is told by `postMessage`, and stands at one that fits most. */
export const frameFor = (address: string, title: string): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="560" style="border:0" loading="lazy" referrerpolicy="no-referrer"></iframe>`;
