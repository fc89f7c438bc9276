import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { useEscape } from '#web/features/wall/use-escape.ts';
import { LaterMoneyOfGroups } from '#web/figures/later-money.tsx';
import { WallScreen } from '#web/features/wall/wall-screen.tsx';
import type { ReaderStart } from './reader-start.ts';

/** The wall screen of a shared link. Escape leads to the page of the link. */
export function SharedWall({
  payload,
  view,
  readAt,
  failedAt,
  onLeave,
}: {
  readonly payload: SharedPayload;
  readonly view: ReaderStart['view'];
  readonly readAt: number;
  readonly failedAt: number | undefined;
  readonly onLeave: () => void;
}) {
  useEscape(onLeave);
  const sharedOverview = payload.overview;
  const overview = toDrawableOverview(sharedOverview);
  return (
    <WallScreen
      overview={overview}
      headline={sharedOverview.headline !== undefined}
      later={<LaterMoneyOfGroups overview={overview} />}
      view={view}
      readAt={readAt}
      failedAt={failedAt}
    />
  );
}
