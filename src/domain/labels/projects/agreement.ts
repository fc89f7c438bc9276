import { term } from '#domain/values/term.ts';
import type { Language } from '#domain/values/language.ts';
import { agreementTerms } from './field.ts';

const became = {
  'zh-CN': (agreement: string) => `${agreement}，已转为正式合同`,
  ja: (agreement: string) => `${agreement}から正式契約へ`,
  en: (agreement: string) => `${agreement}, now a contract`,
} as const satisfies Record<Language, unknown>;

/** Names a group by agreement: the kind of agreement, or the kind that preceded the contract. */
export function agreementGroupName(key: string, language: Language): string {
  const [kind = key, then] = key.split('_');
  const name = term(agreementTerms, kind, language);
  return then === undefined ? name : became[language](name);
}
