const isLatin = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
/** Returns the value of a letter or digit in base 36. */
const readDigit = (unit: number): number => (unit >= 0x61 ? unit - 0x57 : unit - 0x30);

/**
 * Lists the pieces of a folded text, each once, as numbers of 32 bits with a sign: three Latin
 * letters or digits in a row, or any other two characters in a row. The pieces of a part of a text
 * are pieces of the text, so a search for the part can look for them. No piece spans two lines.
 */
export function listPieces(text: string): number[] {
  const pieces = new Set<number>();
  for (const line of text.toWellFormed().split('\n')) {
    for (let at = 0; at + 1 < line.length; at += 1) {
      const one = line.charCodeAt(at);
      const two = line.charCodeAt(at + 1);
      if (!isLatin(one) || !isLatin(two)) {
        pieces.add((one << 16) | two);
        continue;
      }
      const three = at + 2 < line.length ? line.charCodeAt(at + 2) : 0;
      // as a pair, such a number would begin with the character 0
      if (isLatin(three))
        pieces.add((readDigit(one) * 36 + readDigit(two)) * 36 + readDigit(three));
    }
  }
  return [...pieces];
}

/**
 * Hashes a text to 53 bits (cyrb53), for comparisons that need no protection from attacks.
 * @returns an integer from 0 to 2^53 − 1
 */
export function hashText(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (low & 0x1fffff) * 0x100000000 + (high >>> 0);
}
