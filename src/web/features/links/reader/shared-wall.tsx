import { toDrawableOverview } from '#domain/redaction/shared-overview.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { readAddressView } from '#web/url/link-address.ts';
import { WallScreen } from '#web/features/wall/wall-screen.tsx';

/** The wall screen of a shared link. */
export function SharedWall({
  payload,
  readAt,
  failedAt,
}: {
  readonly payload: SharedPayload;
  readonly readAt: number;
  readonly failedAt: number | undefined;
}) {
  const sharedOverview = payload.overview;
  const overview = toDrawableOverview(sharedOverview);
  return (
    <WallScreen
      overview={overview}
      headline={sharedOverview.headline !== undefined}
      view={readAddressView()}
      readAt={readAt}
      failedAt={failedAt}
    />
  );
}
