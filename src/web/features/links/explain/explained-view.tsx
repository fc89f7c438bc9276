import { lazy, type ReactNode, useCallback } from 'react';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { Explain } from '#web/features/explain/explain.tsx';
import type { ExplanationProps } from '#web/features/explain/explanation-props.ts';
import { ExplainProvider } from '#web/ui/display/explained.tsx';

const SharedExplanation = lazy(async () => ({
  default: (await import('./shared-explanation.tsx')).SharedExplanation,
}));

/** A page of a link whose figures open what they are made of. A preview opens none. */
export function ExplainedView({
  payload,
  children,
}: {
  readonly payload: SharedPayload;
  readonly children: ReactNode;
}) {
  const panel = useCallback(
    (props: ExplanationProps) => <SharedExplanation {...props} payload={payload} />,
    [payload],
  );
  if (payload.link.id === '') return children;
  return (
    <ExplainProvider value>
      {children}
      <Explain panel={panel} />
    </ExplainProvider>
  );
}
