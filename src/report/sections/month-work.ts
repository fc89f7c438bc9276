import { authorWords } from '#domain/labels/index.ts';
import { doubtTerms } from '#domain/labels/projects/doubt.ts';
import { formatCount, formatMonth } from '#domain/values/format.ts';
import type { ReportBlock, ReportInput } from '#domain/report/report.ts';
import { reportLabels } from '#report/labels/index.ts';

const makeList = (items: readonly string[]): readonly ReportBlock[] => [{ kind: 'list', items }];

/** Makes the blocks of achievements in the months of the report; empty without any. */
export function achievementBlocks({
  achievements = [],
  language,
}: ReportInput): readonly ReportBlock[] {
  const t = reportLabels[language];
  if (achievements.length === 0) return [];
  const items = achievements.map(({ period, text, author }) =>
    t.achievement(
      formatMonth(period, language, 'long'),
      text,
      author === 'local' ? undefined : authorWords(author, language),
    ),
  );
  return makeList(items);
}

/** Makes the blocks of doubts that nobody dismissed; empty without any. */
export function doubtBlocks({ doubts = [], language }: ReportInput): readonly ReportBlock[] {
  const t = reportLabels[language];
  if (doubts.length === 0) return [];
  const items = doubts.map(({ rule, count, names }) =>
    t.doubt(
      doubtTerms[rule][language],
      formatCount(count, language),
      names.map((name) => name[language]).join(t.list) +
        (count > names.length
          ? t.andMore(formatCount(count - names.length, language), formatCount(count, language))
          : ''),
    ),
  );
  return makeList(items);
}
