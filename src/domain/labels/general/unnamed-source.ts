import type { DataStatus } from '#domain/values/data-status.ts';
import type { Text } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';

const valueTerms = {
  own: words('本区填报数', '地区の報告値', 'Values entered by the zone'),
  example: words('示例数据，虚构', '例示の値（架空）', 'Example values, invented'),
};
/** The source of a value that names none. */
export const unnamedSource = (status: DataStatus): Text =>
  valueTerms[status === 'illustrative' ? 'example' : 'own'];
