import { rateWords } from '#domain/exchange-rate.ts';
import { formatDate } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { Overview } from '#domain/overview.ts';

const said: Readonly<Record<Language, (currency: string, rates: string) => string>> = {
  'zh-CN': (currency, rates) => `折算为${currency}：${rates}`,
  ja: (currency, rates) => `${currency}に換算：${rates}`,
  en: (currency, rates) => `Converted to ${currency}: ${rates}`,
};
const rate: Readonly<Record<Language, (quoted: string, day: string, source: string) => string>> = {
  'zh-CN': (quoted, day, source) => `${quoted}（${day}，${source}）`,
  ja: (quoted, day, source) => `${quoted}（${day}、${source}）`,
  en: (quoted, day, source) => `${quoted} (${day}, ${source})`,
};

/** A subtitle with the rates that its amounts were converted by, each with day and source; as it was where nothing was. */
export function withRates(
  subtitle: string,
  { converted }: { readonly converted?: Overview['converted'] | undefined },
  language: Language,
): string {
  if (converted === undefined || converted.used.length === 0) return subtitle;
  const rates = converted.used.map((one) =>
    rate[language](rateWords(one), formatDate(one.day, language, language === 'en' ? 'short' : 'long'), one.source),
  );
  return `${subtitle}${language === 'en' ? '. ' : '。'}${said[language](converted.currency, rates.join(language === 'en' ? ', ' : '、'))}`;
}
