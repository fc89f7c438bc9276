import type { Overview } from '#domain/overview/overview.ts';
import { projectName } from '#domain/labels/index.ts';
import { sharedText } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { SinceThen } from '#web/features/overview/parts/recent-changes.tsx';

/** What changed since the compared day: how many, and of which named projects where the link names any. */
export function SharedChanges({
  overview,
  most = Number.POSITIVE_INFINITY,
}: {
  readonly overview: Overview;
  readonly most?: number;
}) {
  const t = useText(sharedText);
  const language = useLanguage();
  const { changes } = overview;
  if (changes === undefined) return null;
  return (
    <SinceThen
      overview={overview}
      most={most}
      link={(code, name) => projectName({ code, name }, language)}
      total={t('changes_total', { n: changes.total })}
    />
  );
}
