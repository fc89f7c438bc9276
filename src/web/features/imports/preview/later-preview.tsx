import { type ComponentProps, Suspense, useEffect } from 'react';
import { laterComponent } from '#web/loading/later-component.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import type { Preview } from './preview.tsx';

type PreviewProps = ComponentProps<typeof Preview>;
const later = laterComponent<PreviewProps>(async () => (await import('./preview.tsx')).Preview);

/** Loads the code of the preview while the file is read. If that fails, the preview loads it again. */
export const usePreviewCode = ({ phase }: PreviewProps['importing']): void =>
  useEffect(() => {
    if (phase === 'sending' || phase === 'restoring') later.preload().catch(() => undefined);
  }, [phase]);

/** The preview of a file, whose code a page needs only once there is a file. */
export const LaterPreview = (props: PreviewProps) => (
  <Suspense fallback={<Skeleton lines={8} />}>
    <later.Component {...props} />
  </Suspense>
);
