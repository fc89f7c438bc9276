import type { SharedPayload } from '#contract/links/schemas.ts';
import { useTitleWords } from '#web/features/links/view/shared-title.tsx';
import * as printedLinkStyles from './printed-link.module.css';

/** Title, days, note and limits of a link, on paper. */
export function PrintedHead({
  payload,
  heading,
}: {
  readonly payload: SharedPayload;
  readonly heading?: string | undefined;
}) {
  const { title, state, days, filter, limits, altered, former } = useTitleWords(payload, heading);
  const lines = [filter, limits, altered, former].filter(
    (line) => line !== undefined && line !== '',
  );
  return (
    <div className={printedLinkStyles.head}>
      <h1>{title}</h1>
      <p>{[state, ...days].join(' · ')}</p>
      {payload.link.note === undefined ? null : (
        <p className={printedLinkStyles.words}>{payload.link.note}</p>
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
