import { isDecimal, scaleByTen } from '#domain/values/decimal.ts';

/** Reads a typed number: full-width digits, spaces and grouping commas are accepted. */
export function readNumber(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s,，、'’]/g, '')
    .replace(/^\+/, '')
    .replace('−', '-');
  return plain.length <= 30 && isDecimal(plain) ? scaleByTen(plain, 0) : undefined;
}
