import { Fragment, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { explainEvent } from '#web/ui/display/explained.tsx';
import type { ExplanationProps } from './explanation-props.ts';

const OwnExplanation = lazy(async () => ({
  default: (await import('./own-explanation.tsx')).OwnExplanation,
}));
const renderOwn = (props: ExplanationProps) => <OwnExplanation {...props} />;

/** Opens the explanation of a pressed figure: a number in the text, or a mark of a drawing. */
export function Explain({
  render = renderOwn,
}: {
  /** Draws the panel; omitted for the explanation from the register. */
  readonly render?: (props: ExplanationProps) => ReactNode;
}) {
  const [figure, setFigure] = useState<string>();
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const button =
        target instanceof Element ? target.closest<HTMLElement>('button[data-measure]') : null;
      if (button !== null) setFigure(button.dataset['measure']);
    };
    const onMark = (event: Event) => {
      if (event instanceof CustomEvent) setFigure(event.detail as string);
    };
    document.addEventListener('click', onClick);
    document.addEventListener(explainEvent, onMark);
    return () => {
      document.removeEventListener('click', onClick);
      document.removeEventListener(explainEvent, onMark);
    };
  }, []);
  return (
    <Suspense>
      {figure === undefined ? null : (
        <Fragment key={figure}>{render({ figure, onClose: () => setFigure(undefined) })}</Fragment>
      )}
    </Suspense>
  );
}
