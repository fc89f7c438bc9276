import { encode } from 'uqr';

/** White modules around a code (ISO/IEC 18004). */
const quiet = 4;

/**
 * Makes an address as a QR code: dark on white in every theme, so that readers can scan it, as one
 * path of a given width in px.
 */
export function qrSvg(address: string, x: number, y: number, width: number): string {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const module = width / (size + quiet * 2);
  const at = (index: number): number => Math.round((index + quiet) * module * 1000) / 1000;
  const step = Math.round(module * 1000) / 1000;
  const runs: string[] = [];
  data.forEach((row, line) => {
    for (let from = 0; from < size; from += 1) {
      if (row[from] !== true) continue;
      let to = from;
      while (row[to + 1] === true) to += 1;
      runs.push(
        `M${x + at(from)} ${y + at(line)}h${at(to + 1) - at(from)}v${step}h${at(from) - at(to + 1)}z`.replaceAll(
          /(\.\d{3})\d+/g,
          '$1',
        ),
      );
      from = to;
    }
  });
  return `<rect x="${x}" y="${y}" width="${width}" height="${width}" fill="#FFFFFF"/><path d="${runs.join('')}" fill="#000000"/>`;
}
