const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The HTML that shows a figure in a page, which says its site (Headway shows the figure to no other); its height is told by `postMessage`, and stands at one that fits most. Whom the link is for is not in it. */
export const frameFor = (address: string): string =>
  `<iframe src="${escaped(address)}" title="Headway" width="100%" height="560" style="border:0" loading="lazy" referrerpolicy="origin"></iframe>`;
