import { authorWords } from '#domain/labels/index.ts';
import { doubtTerms } from '#domain/labels/projects/doubt.ts';
import { formatCount, formatMonth } from '#domain/values/format.ts';
import type { ReportBlock, ReportInput, ReportSection } from '#domain/report/report.ts';
import { reportWords } from '#report/labels/index.ts';

const makeList = (items: readonly string[]): readonly ReportBlock[] => [{ kind: 'list', items }];

/** What went well in the months of the report. No section where nothing was written. */
export function achievementSections({
  achievements = [],
  language,
}: ReportInput): readonly ReportSection[] {
  const t = reportWords[language];
  if (achievements.length === 0) return [];
  const items = achievements.map(({ period, text, author }) =>
    t.achievement(formatMonth(period, language, 'long'), text, authorWords(author, language)),
  );
  return [{ id: 'achievements', heading: t.headings.achievements, blocks: makeList(items) }];
}

/** The doubts that nobody dismissed. No section where there is none. */
export function doubtSections({ doubts = [], language }: ReportInput): readonly ReportSection[] {
  const t = reportWords[language];
  if (doubts.length === 0) return [];
  const items = doubts.map(({ rule, count, names }) =>
    t.doubt(
      doubtTerms[rule][language],
      formatCount(count, language),
      names.map((name) => name[language]).join(t.list) + (count > names.length ? ' …' : ''),
    ),
  );
  return [{ id: 'doubts', heading: t.headings.doubts, blocks: makeList(items) }];
}
