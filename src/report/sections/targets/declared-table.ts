import { verdictTerms } from '#domain/labels/index.ts';
import { declaredStatusTerms } from '#domain/labels/general/declared-status-terms.ts';
import { signedStatusText } from '#domain/labels/projects/declared-status.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ReportBlock, ReportTable } from '#domain/report/report.ts';
import type { Language } from '#domain/values/language.ts';
import { reportLabels } from '#report/labels/index.ts';

/**
 * Makes the table of the statuses that people declared for targets, each beside the verdict.
 *
 * @returns undefined without any
 */
export function makeDeclaredTable(
  { targets }: Pick<Overview, 'targets'>,
  language: Language,
): ReportTable | undefined {
  const { name, verdict } = reportLabels[language].standingColumns;
  const rows = targets.flatMap(({ name: target, verdict: computed, declared }) => {
    if (declared === undefined) return [];
    return [
      [
        target[language],
        verdictTerms[computed][language],
        signedStatusText(declared, language),
        declared.reason,
      ],
    ];
  });
  const labels = [
    name,
    verdict,
    declaredStatusTerms.declared_status[language],
    declaredStatusTerms.declared_reason[language],
  ];
  const columns = labels.map((label) => ({ label, right: false }));
  return rows.length === 0 ? undefined : { columns, rows };
}

/** Makes the block of this table; none without a declared status. */
export function declaredBlocks(
  overview: Pick<Overview, 'targets'>,
  language: Language,
): readonly ReportBlock[] {
  const table = makeDeclaredTable(overview, language);
  return table === undefined
    ? []
    : [{ kind: 'table', caption: declaredStatusTerms.declared_status[language], table }];
}
