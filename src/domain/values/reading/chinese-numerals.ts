const digitOf = new Map(
  [
    '〇零',
    '一壹壱',
    '二贰貳弐两兩',
    '三叁參参',
    '四肆',
    '五伍',
    '六陆陸',
    '七柒',
    '八捌',
    '九玖',
  ].flatMap((signs, value) => [...signs].map((sign) => [sign, value] as const)),
);
const stepOf = new Map<string, number>([...'十拾'].map((sign) => [sign, 10] as const));
for (const sign of '百佰') stepOf.set(sign, 100);
for (const sign of '千仟') stepOf.set(sign, 1000);

const digits = [...digitOf.keys()].join('');
const steps = [...stepOf.keys()].join('');
/**
 * a numeral starts with a digit or with ten, or continues with one, as 百二十; 百万元 alone is a unit and
 * no number
 */
const numeral = new RegExp(
  `(?<![\\d.${digits}${steps}])(?:[${digits}十拾](?:[${digits}${steps}点點]*[${digits}${steps}])?|[百千](?=[${digits}十])[${digits}${steps}]+)`,
  'g',
);
/** 3千5百万円: digits and signs alternate, as Japanese papers write it. */
const thousandsAndHundreds = /(?<![\d.,])(\d)千(\d)百(?=[万萬亿億])/g;
const isMoney = /[百佰千仟万萬亿億兆元円圆]/;

/**
 * The whole number below 10,000 that a numeral writes; undefined for 三百五, which people say for 350,
 * and for mere rows of digits.
 */
function wholeNumber(text: string): number | undefined {
  let [total, digit, lastStep] = [0, undefined as number | undefined, 10_000];
  let afterZero = true;
  for (const sign of text) {
    const value = digitOf.get(sign);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      afterZero ||= value === 0;
      digit = value;
      continue;
    }
    const step = stepOf.get(sign) ?? 10_000;
    if (step >= lastStep || digit === 0) return undefined;
    total += (digit ?? 1) * step;
    [digit, lastStep, afterZero] = [undefined, step, step === 10];
  }
  return digit !== undefined && !afterZero ? undefined : total + (digit ?? 0);
}

/**
 * Writes the Chinese numerals of an amount as digits: 三千万元 → 3000万元, 一亿二千万 → 1亿2000万, 三点五亿元 →
 * 3.5亿元. Units do not change. A numeral that isn't written in full does not change either, so that
 * it is refused.
 */
export function withoutChineseNumerals(text: string): string {
  if (!isMoney.test(text)) return text;
  const inDigits = text.replace(thousandsAndHundreds, '$1$200');
  return inDigits.replace(numeral, (numeralText) => {
    const [whole = '', part, ...more] = numeralText.split(/[点點]/);
    const value = wholeNumber(whole);
    const decimals = [...(part ?? '')].map((sign) => digitOf.get(sign));
    if (value === undefined || more.length > 0 || decimals.includes(undefined)) return numeralText;
    return part === undefined ? String(value) : `${value}.${decimals.join('')}`;
  });
}
