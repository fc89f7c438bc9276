import { isCorporateNumber, isCreditCode, isNationalProjectCode, plainCode } from '#domain/codes.ts';
import type { ProjectFacts, ProjectRecord } from '#domain/project.ts';
import type { Coded } from './codes.ts';
import type { Column } from './columns/columns.ts';
import type { MessageKey } from './messages.ts';
import { missingReason } from './words.ts';
import type { Work } from './work.ts';

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
/** What makes two projects look like one. */
const marks: readonly (readonly [MessageKey, (facts: ProjectFacts) => string | undefined])[] = [
  ['same_credit_code', ({ uscc }) => (uscc === undefined ? undefined : plainCode(uscc))],
  ['same_name_investor', ({ name, investor }) => (investor === undefined ? undefined : `${folded(name)}\u0000${folded(investor)}`)],
];

/** Warns, once for each group, of codes that may be one project: the same credit code, or the same name and investor. Nothing is merged. */
export function warnOfDoubles(coded: readonly Coded[], known: ReadonlyMap<string, ProjectRecord>, work: Work): void {
  const inFile = new Set(coded.map((c) => c.code));
  const others = [...known.values()].filter((r) => !inFile.has(r.code));
  for (const [key, markOf] of marks) {
    const groups = new Map<string, { readonly codes: Set<string>; row?: number; value: string }>();
    const add = (code: string, facts: ProjectFacts, row?: number): void => {
      const mark = markOf(facts);
      if (mark === undefined) return;
      const group = groups.get(mark) ?? { codes: new Set<string>(), value: (key === 'same_credit_code' ? facts.uscc : facts.name) ?? '' };
      // A code that stands on several rows is asked about elsewhere.
      group.codes.add(code.replace(/#\d+$/, ''));
      if (row !== undefined) group.row ??= row;
      groups.set(mark, group);
    };
    for (const { code, facts } of others) add(code, facts);
    for (const { code, row } of coded) add(code, row.facts, row.row);
    for (const { codes, row, value } of groups.values())
      if (codes.size > 1 && row !== undefined)
        work.problems.add(key, { row, value }, { count: codes.size, codes: [...codes].slice(0, 5).join(', ') });
  }
}

/** Warns of codes whose check digit is wrong. They are stored as they stand. */
export function warnOfCodes(coded: readonly Coded[], columns: readonly Column[], work: Work): void {
  const corporate = columns.find((c) => c.field === 'jp_corp_no');
  for (const { row } of coded) {
    const { uscc, national_code, extra } = row.facts;
    const number = corporate === undefined ? undefined : extra?.[corporate.key];
    if (uscc !== undefined && !isCreditCode(uscc)) work.problems.add('bad_credit_code', { row: row.row, value: uscc });
    if (national_code !== undefined && !isNationalProjectCode(national_code))
      work.problems.add('bad_project_code', { row: row.row, value: national_code });
    if (number !== undefined && !missingReason(number) && !isCorporateNumber(number))
      work.problems.add('bad_corporate_number', { row: row.row, value: number });
  }
}
