const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/**
 * Writes the HTML that embeds a figure in another website. The `origin` referrer names that site to
 * the server. The frame posts its height; 560 px fits most figures.
 */
export const embedCode = (address: string): string =>
  `<iframe src="${escapeAttribute(address)}" title="Headway" width="100%" height="560" style="border:0" loading="lazy" referrerpolicy="origin"></iframe>`;
