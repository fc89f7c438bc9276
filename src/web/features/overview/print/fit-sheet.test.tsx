import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useRoom } from './fit-sheet.ts';

test('a chart takes the room of removed parts', () => {
  let room = 110;
  const Chart = ({ parts }: { readonly parts: number }) => {
    const { height, box } = useRoom();
    const measureSheet = (element: HTMLElement | null) => {
      if (element !== null)
        Object.defineProperty(element, 'clientHeight', { configurable: true, get: () => room });
      box(element);
    };
    return (
      <div ref={measureSheet} data-parts={parts}>
        {height}
      </div>
    );
  };
  const { container, rerender } = render(<Chart parts={2} />);
  expect(container.textContent).toBe('110');
  room = 240;
  rerender(<Chart parts={1} />);
  expect(container.textContent).toBe('240');
});
