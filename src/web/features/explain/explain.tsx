import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { explainEvent } from '#web/ui/display/explained.tsx';
import type { ExplanationProps } from './explanation-props.ts';

const OwnExplanation = lazy(async () => ({
  default: (await import('./own-explanation.tsx')).OwnExplanation,
}));

/** Opens the explanation of the figure that is pressed, in words or as a mark of a drawing. */
export function Explain({
  panel: Panel = OwnExplanation,
}: {
  /** In place of the explanation that the register gives. */
  readonly panel?: ComponentType<ExplanationProps>;
}) {
  const [figure, setFigure] = useState<string>();
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const pressed =
        target instanceof Element ? target.closest<HTMLElement>('button[data-measure]') : null;
      if (pressed !== null) setFigure(pressed.dataset['measure']);
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
        <Panel key={figure} figure={figure} onClose={() => setFigure(undefined)} />
      )}
    </Suspense>
  );
}
