import type { Overview } from '#domain/overview/overview.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import { SinceThen } from '#web/features/overview/parts/recent-changes.tsx';

/** The number of changes since the compared day, and the changed projects that the link names. */
export function SharedChanges({ overview }: { readonly overview: Overview }) {
  const t = useLabels(readerLabels);
  const { changes } = overview;
  if (changes === undefined) return null;
  return (
    <SinceThen
      overview={overview}
      most={Number.POSITIVE_INFINITY}
      link={(project) => <ProjectName project={project} />}
      total={t('changes_total', { n: changes.total })}
    />
  );
}
