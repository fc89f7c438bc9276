import { authorWords } from '#domain/labels/general/author.ts';
import { formatDate } from '#domain/values/date-format.ts';
import type { Light } from '#domain/projects/light.ts';
import type { Language } from '#domain/values/language.ts';
import type { DeclaredStatus } from '#domain/work/judgement.ts';
import { lightTerms } from './light.ts';

const patterns: Readonly<
  Record<Language, (status: string, who: string, on: string, until: string) => string>
> = {
  'zh-CN': (status, who, on, until) =>
    `${status}（${who}，${on}${until === '' ? '' : `，有效期至${until}`}）`,
  ja: (status, who, on, until) =>
    `${status}（${who}、${on}${until === '' ? '' : `、${until}まで有効`}）`,
  en: (status, who, on, until) =>
    `${status} (${who}, ${on}${until === '' ? '' : `, valid until ${until}`})`,
};
/** Writes the word of a declared status with its signature and its last day. */
export function signedStatusText(
  { status, by, on, until }: DeclaredStatus,
  language: Language,
): string {
  const date = (day: string) => formatDate(day, language, 'short');
  return patterns[language](
    lightTerms[status][language],
    authorWords(by, language),
    date(on),
    until === undefined ? '' : date(until),
  );
}

const declaredWord: Readonly<Record<Language, string>> = {
  'zh-CN': '申报：',
  ja: '申告：',
  en: 'Declared: ',
};
/** Writes a declared status in one line that says so, with its signature and its last day. */
export const declaredStatusText = (declared: DeclaredStatus, language: Language): string =>
  declaredWord[language] + signedStatusText(declared, language);

const withReason: Readonly<Record<Language, (status: string, reason: string) => string>> = {
  'zh-CN': (status, reason) => `${status}。原因：${reason}`,
  ja: (status, reason) => `${status}。理由：${reason}`,
  en: (status, reason) => `${status}. Reason: ${reason}`,
};
/** Writes a declared status with its signature, its last day and its reason. */
export const declaredStatusSentence = (declared: DeclaredStatus, language: Language): string =>
  withReason[language](declaredStatusText(declared, language), declared.reason);

/** Writes the status of a project that is computed from its milestones, beside the declared one. */
export const computedStatusText = (light: Light, language: Language): string =>
  `${language === 'zh-CN' ? '计算：' : language === 'ja' ? '計算：' : 'Computed: '}${lightTerms[light][language]}`;
