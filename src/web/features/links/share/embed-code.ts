import { embedScript } from '#contract/links/constants.ts';

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The widths in px for which the code can have a fixed height. */
export const frameWidths = [320, 620, 1200] as const;

export interface EmbedCodeOptions {
  /** The name of the figure for screen readers. */
  readonly title: string;
  /** The fixed width of the frame in px. Without it, the frame fills the available width. */
  readonly width?: number;
  /** The height of the figure in px: with a script, until the script sets it. */
  readonly height: number;
}

/**
 * Writes the HTML that embeds a figure in another website. The `origin` referrer names that site to
 * the server. Without a fixed width, our script gives the frame its height.
 */
export function embedCode(address: string, { title, width, height }: EmbedCodeOptions): string {
  const size = `width="${width ?? '100%'}" height="${Math.ceil(height)}"`;
  const style = width === undefined ? 'border:0' : 'border:0;max-width:100%';
  const frame = `<iframe src="${escapeAttribute(address)}" title="${escapeAttribute(title)}" ${size} style="${style}" loading="lazy" referrerpolicy="origin"></iframe>`;
  const script = new URL(embedScript, address).href;
  return width === undefined
    ? `${frame}<script async src="${escapeAttribute(script)}"></script>`
    : frame;
}
