import type { WithheldData, WithholdableField } from '#domain/zone/rights/redistribution.ts';
import type { Language, Text } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';
import { measureTerms, projectFieldTerms } from '#domain/labels/projects/field.ts';

const milestonesTerm = words('里程碑日期', 'マイルストーンの日付', 'Milestone dates');
const extraTerm = words('导入表的其他列', '取込表のその他の列', 'Other columns of imported files');

/** The name of a fact that may be withheld from data. */
export function withheldFieldTerm(field: WithholdableField): Text {
  if (field === 'milestones') return milestonesTerm;
  if (field === 'extra') return extraTerm;
  const measure = Object.entries(measureTerms).find(([id]) => id === field)?.[1];
  return measure ?? projectFieldTerms[field] ?? words(field, field, field);
}

/** The text where no licence is given. */
export const noLicenceTerm = words('未注明许可', 'ライセンスの指定なし', 'No licence given');
export const licenceTerm = words('数据许可', 'データのライセンス', 'Licence of the data');
export const withheldTerm = words(
  '不得转载，未提供',
  '再配布できないため含まない',
  'Left out: may not be redistributed',
);

/** The licence of data with its address, or that none is given. */
export const licenceText = (
  licence: { readonly name: string; readonly url?: string } | undefined,
  language: Language,
): string =>
  licence === undefined
    ? noLicenceTerm[language]
    : [licence.name, licence.url].filter((part) => part !== undefined).join(' ');

/** Names the withheld facts and indicators. */
export const withheldNames = (
  { fields, indicators }: WithheldData,
  named: readonly { readonly id: string; readonly name: Text }[],
  language: Language,
): readonly string[] => [
  ...fields.map((field) => withheldFieldTerm(field)[language]),
  ...indicators.map((id) => named.find((one) => one.id === id)?.name[language] ?? id),
];
