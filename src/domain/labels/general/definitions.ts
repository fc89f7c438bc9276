import type { Definitions } from '#domain/zone/definitions.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

const versionText: Readonly<Record<Language, (version: number, day: string) => string>> = {
  'zh-CN': (version, day) => `口径版本：第${version}版（${day}起）`,
  ja: (version, day) => `定義の版：第${version}版（${day}から）`,
  en: (version, day) => `Definitions: version ${version}, since ${day}`,
};

/** The version of the definitions that figures follow, as files cite it. */
export const definitionsLine = ({ version, since }: Definitions, language: Language): string =>
  versionText[language](version, formatDate(since, language, 'long'));
