import { currencyTerms } from '#domain/terms/currency.ts';
import { term } from '#domain/terms/index.ts';
import { textAnswer } from './answers.ts';
import type { OpenPart } from './cells/amount.ts';
import type { MessageValues } from './messages.ts';
import type { Work } from './work.ts';

/** Asks for what no cell, header or line of the file says. There is no default: a unit is never guessed. */
export function askAmounts(work: Work, open: ReadonlyMap<OpenPart, MessageValues | undefined>): void {
  const { questions } = work;
  const [currency, unit] = [open.get('currency'), open.get('unit')];
  if (open.has('currency')) {
    questions.ask(
      'currency',
      currency === undefined ? 'q_currency' : 'q_currency_of',
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
      currency === undefined ? {} : { values: currency },
    );
  }
  if (open.has('unit'))
    questions.ask(
      'unit',
      unit === undefined ? 'q_unit' : 'q_unit_of',
      (['1', '1000', '10000', '1000000', '100000000'] as const).map((u) => questions.choice(u, `c_unit_${u}`)),
      unit === undefined ? {} : { values: unit },
    );
  askDecimalSign(work, open.get('decimal_sign'));
}

/** 1.250 €: where neither the column nor the table shows what a point is, an answer says it. Asked again of one that was answered, so that it can be changed. */
function askDecimalSign({ questions, request }: Work, example: MessageValues | undefined): void {
  if (example === undefined && textAnswer(request.answers, 'decimal_sign') === undefined) return;
  questions.ask(
    'decimal_sign',
    example === undefined ? 'q_decimal_sign' : 'q_decimal_sign_of',
    [questions.choice('comma', 'c_decimal_comma'), questions.choice('point', 'c_decimal_point')],
    example === undefined ? {} : { values: example },
  );
}
