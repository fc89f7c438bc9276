import {
  ambiguousHeaders,
  rowNumberHeaders,
} from '#server/imports/vocabulary/ambiguous-headers.ts';
import { dateHeaders } from '#server/imports/vocabulary/date-headers.ts';
import { europeanSynonyms } from '#server/imports/vocabulary/european-synonyms.ts';
import { foreignSynonyms } from '#server/imports/vocabulary/foreign-synonyms.ts';
import { isNameColumn } from '#server/imports/vocabulary/name-fields.ts';
import { allFields, fields, synonymData, type Field } from '#server/imports/vocabulary/synonyms.ts';
import { worldSynonyms } from '#server/imports/vocabulary/world-synonyms.ts';
import { normaliseHeader } from './header-text.ts';

/** The field of each normalised synonym. The first field with a synonym keeps it. */
export const exact = new Map<string, Field>();
for (const field of allFields) {
  for (const word of [
    field,
    ...synonymData[field].flatMap((list) => list.split('；')),
    ...(foreignSynonyms[field]?.split('；') ?? []),
    ...(worldSynonyms[field]?.split('；') ?? []),
    ...(europeanSynonyms[field]?.split('；') ?? []),
    ...(dateHeaders[field]?.split('；') ?? []),
  ]) {
    const key = normaliseHeader(word);
    if (key !== '' && !exact.has(key)) exact.set(key, field);
  }
}
/** Words too general to mean anything inside a longer header. */
const general = new Set([
  'empresa',
  'impresa',
  'azienda',
  'entreprise',
  'unternehmen',
  'doanhnghiệp',
  'cậpnhật',
  '项目',
  '名称',
  'project',
  'name',
  'company',
  'code',
  'country',
  'έργο',
  'zemlja',
  'drzava',
  'krajina',
  'valsts',
  'riik',
  'stat',
  'χώρα',
  'id',
  'ref',
  '其他',
  '说明',
  '编号',
  '赋码',
  '県',
  '窓口',
  'lead',
  'signed',
  'area',
  'unit',
  'land',
  'notes',
  '500强',
  '件名',
  '分野',
  '经过',
  '経過',
  'contact',
  'owner',
  'phase',
]);
/** Fields of our own exports and words for translated names match only as a whole. */
const whole = new Set(allFields.filter((field) => !fields.includes(field) || isNameColumn(field)));
/** Ids of original dates match only as a whole: Completion date is not completion_base. */
const ids = new Set(allFields.filter((field) => field.endsWith('_base')).map(normaliseHeader));
/** The synonyms that may stand inside a longer header, the longest first. */
export const byLength = [...exact.entries()]
  .filter(([w, field]) => w.length >= 2 && !general.has(w) && !whole.has(field) && !ids.has(w))
  .sort((a, b) => b[0].length - a[0].length);
/** Headers that name more than one field, with the usual one. */
export const ambiguous = new Map(
  Object.entries(ambiguousHeaders).map(([k, v]) => [normaliseHeader(k), v]),
);
export const numbers = new Set(rowNumberHeaders.map(normaliseHeader));
