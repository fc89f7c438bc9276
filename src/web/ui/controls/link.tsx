import type { ComponentProps } from 'react';
import { useGo } from '#web/url/use-go.ts';

interface LinkProps extends Omit<ComponentProps<'a'>, 'href' | 'target'> {
  /** An address within the product, from its root. */
  readonly to: string;
}

/**
 * A link within the product. It does not follow the address of the page, so that a filter draws it
 * again only where its own address changes (decision 86).
 */
export function Link({ to, onClick, ...attributes }: LinkProps) {
  const go = useGo();
  return (
    <a
      {...attributes}
      href={to}
      onClick={(event) => {
        onClick?.(event);
        const { altKey, button, ctrlKey, currentTarget, metaKey, shiftKey } = event;
        if (event.defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey)
          return;
        event.preventDefault();
        go(to, { replace: currentTarget.href === window.location.href });
      }}
    />
  );
}
