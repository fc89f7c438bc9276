import { compact } from '#domain/values/compact.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import type { RowRecord } from './row-record.ts';

/**
 * The properties of a row that the checks before the comparison need. The packed row is at index
 * `at`.
 */
export interface RowMark
  extends Pick<ProjectFacts, 'name' | 'investor' | 'uscc' | 'national_code'> {
  readonly at: number;
  readonly row: number;
  readonly code?: string;
  readonly corporate_number?: string;
}

/** V8 keeps the whole source string alive for a substring of at least this many characters. */
const slicedLength = 13;
/** Copies a text, so that it doesn't keep the file's text alive. */
const copyText = (text: string): string =>
  text.length < slicedLength ? text : (JSON.parse(JSON.stringify(text)) as string);

/** Makes the keys by which a row is recognised: code, company numbers, name and investor. */
export function createMark(
  { code, row, facts: { name, investor, uscc, national_code, extra } }: RowRecord,
  at: number,
  columns: readonly Column[],
): RowMark {
  const corporate = columns.find((c) => c.field === 'jp_corp_no');
  const corporate_number = corporate === undefined ? undefined : extra?.[corporate.key];
  return {
    at,
    row,
    name: copyText(name),
    ...compact({
      code: code === undefined ? undefined : copyText(code),
      investor: investor === undefined ? undefined : copyText(investor),
      uscc: uscc === undefined ? undefined : copyText(uscc),
      national_code: national_code === undefined ? undefined : copyText(national_code),
      corporate_number: corporate_number === undefined ? undefined : copyText(corporate_number),
    }),
  };
}
