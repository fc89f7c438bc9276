import { unitLabel } from '#domain/values/format.ts';
import type { WireMoney } from '#domain/values/money.ts';
import { useLanguage } from '#web/i18n/text.ts';

/** A written amount. A narrow column may break the name of its currency off. */
export function AmountText({ text, money }: { readonly text: string; readonly money?: WireMoney }) {
  const language = useLanguage();
  const word = money === undefined ? '' : unitLabel(money.currency, language);
  if (word === '' || !text.endsWith(word)) return text;
  return (
    <>
      {text.slice(0, -word.length)}
      <wbr />
      {word}
    </>
  );
}
