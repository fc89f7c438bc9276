const plainText = /^[ -~]*$/;
const otherDigit = /[^\P{Nd}0-9]/gu;
const isDigit = /^\p{Nd}$/u;

/** Finds the value of a digit. Each script has its ten digits in a row, from zero. */
function readDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/**
 * Replaces the digits of other scripts by 0 to 9, and the Arabic signs between them by point and
 * comma: ٢٠٠٫٦ is 200.6, ۶۲٬۲۲۵ is 62,225.
 */
export function latinDigits(text: string): string {
  if (plainText.test(text)) return text;
  return text
    .replace(otherDigit, readDigit)
    .replace(/(?<=\d)٫(?=\d)/g, '.')
    .replace(/(?<=\d)٬(?=\d)/g, ',');
}
