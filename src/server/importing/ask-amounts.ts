import { currencyTerms } from '#domain/terms/currency.ts';
import { term } from '#domain/terms/index.ts';
import type { Work } from './work.ts';

/** Asks for what no cell, header or line of the file says. There is no default: a unit is never guessed. */
export function askAmounts(work: Work, open: ReadonlySet<'currency' | 'unit'>): void {
  const { questions } = work;
  if (open.has('currency')) {
    questions.ask(
      'currency',
      'q_currency',
      [
        'CNY',
        'JPY',
        'USD',
        'EUR',
        'HKD',
        'GBP',
        'KRW',
        'TWD',
        'SGD',
        'THB',
        'VND',
        'MYR',
        'INR',
        'AUD',
        'CAD',
        'CHF',
        'RUB',
        'BRL',
        'MXN',
        'ARS',
      ].map((code) => ({
        value: code,
        label: (language) => {
          const name = term(currencyTerms, code, language);
          return name === code ? code : `${code} ${name}`;
        },
      })),
    );
  }
  if (open.has('unit'))
    questions.ask(
      'unit',
      'q_unit',
      (['1', '1000', '10000', '1000000', '100000000'] as const).map((u) => questions.choice(u, `c_unit_${u}`)),
    );
}
