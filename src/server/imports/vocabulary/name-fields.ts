import type { Language } from '#domain/values/language.ts';
import type { translatedFields } from '#domain/projects/fields.ts';

/**
 * Header words for translated names of projects and investors. A header must match as a whole,
 * since a longer one names something else, such as a company.
 */
export const nameFields = {
  project_name_zh: [
    '项目中文名称；项目中文名；项目名称中文；项目名称中文版；中文项目名称；项目名称简体中文；中文名称；中文名；项目中文；name_zh',
    '案件名中国語；案件名中文；中国語案件名；プロジェクト名中国語；事業名中国語；中国語名；中国語名称；中国語表記',
    'Project name Chinese；Chinese project name；Project name in Chinese；Project Chinese name；Project name ZH；Project name CN；Name Chinese；Chinese name；Name in Chinese；names.zh-CN',
  ],
  project_name_ja: [
    '项目日文名称；项目日文名；项目名称日文；项目名称日文版；日文项目名称；项目日语名称；项目名称日语；日文名称；日文名；日语名称；项目日文；name_ja',
    '案件名日本語；日本語案件名；プロジェクト名日本語；プロジェクト日本語名；事業名日本語；日本語名；日本語名称；日本語表記；和名；和文名；和文名称',
    'Project name Japanese；Japanese project name；Project name in Japanese；Project Japanese name；Project name JA；Project name JP；Name Japanese；Japanese name；Name in Japanese；names.ja',
  ],
  project_name_en: [
    '项目英文名称；项目英文名；项目名称英文；项目名称英文版；英文项目名称；项目名称英语；英文名称；英文名；英语名称；项目英文；name_en',
    '案件名英語；英語案件名；案件名英文；案件英語名；プロジェクト名英語；プロジェクト英語名；事業名英語；英語名；英語名称；英語表記；英文名称；英名',
    'Project name English；English project name；Project name in English；Project English name；Project name EN；Name English；English name；Name in English；names.en',
  ],
  investor_name_zh: [
    '投资方中文名；投资方中文名称；投资方名称中文；投资方中文；投资者中文名称；投资企业中文名称；外方中文名称；投资主体中文名称；investor_zh',
    '投資者名中国語；投資者中国語名；投資者中国語；投資企業名中国語；投資企業中国語名',
    'Investor Chinese；Investor name Chinese；Investor Chinese name；Chinese investor name；Investor name in Chinese；Investor in Chinese；Investor CN；investor_names.zh-CN',
  ],
  investor_name_ja: [
    '投资方日文名；投资方日文名称；投资方名称日文；投资方日文；投资者日文名称；投资企业日文名称；外方日文名称；投资主体日文名称；investor_ja',
    '投資者名日本語；投資者日本語名；投資者日本語；投資企業名日本語；投資企業日本語名',
    'Investor Japanese；Investor name Japanese；Investor Japanese name；Japanese investor name；Investor name in Japanese；Investor in Japanese；Investor JP；investor_names.ja',
  ],
  investor_name_en: [
    '投资方英文名；投资方英文名称；投资方名称英文；投资方英文；投资者英文名称；投资企业英文名称；外方英文名称；投资主体英文名称；investor_en',
    '投資者名英語；投資者英語名；投資者英語；投資企業名英語；投資企業英語名',
    'Investor English；Investor name English；Investor English name；English investor name；Investor name in English；Investor in English；investor_names.en',
  ],
} as const satisfies Record<string, readonly [string, string, string]>;
type NameColumn = keyof typeof nameFields;

/** Whether a column holds names in one language. */
export const isNameColumn = (field: string): field is NameColumn =>
  Object.hasOwn(nameFields, field);

const languageOf = { zh: 'zh-CN', ja: 'ja', en: 'en' } as const;

/** Finds the fact and the language of a field of translated names. */
export function translationOf(
  column: NameColumn,
): readonly [(typeof translatedFields)[number], Language] {
  const [of, language] = column.split('_name_') as ['project' | 'investor', 'zh' | 'ja' | 'en'];
  return [of === 'project' ? 'names' : 'investor_names', languageOf[language]];
}

/**
 * Makes the key of a translated name among the facts, such as `names.en`.
 * @returns undefined for other fields
 */
export function nameKey(field: string): string | undefined {
  return isNameColumn(field) ? translationOf(field).join('.') : undefined;
}
