import { lazy, Suspense, useEffect, useState } from 'react';

const ExplanationPanel = lazy(async () => ({
  default: (await import('./explanation-panel.tsx')).ExplanationPanel,
}));

/** Opens the explanation of the figure that is pressed. */
export function Explain() {
  const [figure, setFigure] = useState<string>();
  useEffect(() => {
    const onClick = ({ target }: MouseEvent) => {
      const pressed =
        target instanceof Element ? target.closest<HTMLElement>('button[data-measure]') : null;
      if (pressed !== null) setFigure(pressed.dataset['measure']);
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, []);
  return (
    <Suspense>
      {figure === undefined ? null : (
        <ExplanationPanel key={figure} figure={figure} onClose={() => setFigure(undefined)} />
      )}
    </Suspense>
  );
}
