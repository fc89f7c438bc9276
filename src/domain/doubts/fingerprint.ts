/** Two multiplications of a 53-bit hash (cyrb53); enough to detect changed rows. */
const [firstFactor, secondFactor] = [2_654_435_761, 1_597_334_677];

/** Hashes texts in order to 16 hexadecimal digits. */
export function hashText(texts: readonly string[]): string {
  let [a, b] = [0xde_ad_be_ef, 0x41_c6_ce_57];
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, firstFactor);
      b = Math.imul(b ^ code, secondFactor);
    }
    a = Math.imul(a ^ 0x1f, firstFactor);
    b = Math.imul(b ^ 0x1f, secondFactor);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
