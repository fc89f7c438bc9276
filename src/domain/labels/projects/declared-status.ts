import { authorWords } from '#domain/labels/general/author.ts';
import { formatDate } from '#domain/values/date-format.ts';
import type { Light } from '#domain/projects/light.ts';
import type { Language, Text } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';
import type { DeclaredStatus } from '#domain/work/judgement.ts';
import { lightTerms } from './light.ts';

/** Names of the parts of a declared status, and of the status computed from milestones. */
export const declaredStatusTerms = {
  computed_status: words('计算状态', '計算による状況', 'Computed status'),
  declared_status: words('申报状态', '申告状況', 'Declared status'),
  declared_reason: words('申报原因', '申告の理由', 'Reason for the declared status'),
  declared_by: words('申报人', '申告者', 'Declared by'),
  declared_on: words('申报日期', '申告日', 'Declared on'),
  declared_until: words('申报有效期至', '申告の有効期限', 'Declared until'),
} as const satisfies Readonly<Record<string, Text>>;

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
