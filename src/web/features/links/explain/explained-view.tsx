import { lazy, type ReactNode } from 'react';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { Explain } from '#web/features/explain/explain.tsx';
import { ExplainProvider } from '#web/ui/display/explained.tsx';

const SharedExplanation = lazy(async () => ({
  default: (await import('./shared-explanation.tsx')).SharedExplanation,
}));

/** A page of a link whose figures open their explanations. A preview opens none. */
export function ExplainedView({
  payload,
  children,
}: {
  readonly payload: SharedPayload;
  readonly children: ReactNode;
}) {
  if (payload.link.id === '') return children;
  return (
    <ExplainProvider value>
      {children}
      <Explain render={(props) => <SharedExplanation {...props} payload={payload} />} />
    </ExplainProvider>
  );
}
