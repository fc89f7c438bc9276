/** The number format of counts, with grouping. */
export const wholeFormat = '#,##0';

/** Makes a number format with grouping and the decimals of the value, at most `most`. */
export function numberFormat(value: string, most = 4): string {
  const decimals = Math.min(most, /\.(\d+)$/.exec(value)?.[1]?.length ?? 0);
  return decimals === 0 ? wholeFormat : `#,##0.${'0'.repeat(decimals)}`;
}

export const ratioFormat = '0.0%';
