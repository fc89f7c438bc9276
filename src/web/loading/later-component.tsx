import { type ComponentType, lazy, useState } from 'react';

/** A component whose code is loaded on demand. */
export interface LaterComponent<Props> {
  /** The component. It suspends until its code is loaded. */
  readonly Component: ComponentType<Props>;
  readonly preload: () => Promise<void>;
  /** Lets a component that the server drew wait until its code is loaded. */
  readonly waitFor: (start: Promise<void>) => void;
}

/**
 * Loads a component on demand. After `preload` it renders without Suspense, as hydration requires.
 *
 * @param load - fetches the component
 */
export function laterComponent<Props extends object = object>(
  load: () => Promise<ComponentType<Props>>,
): LaterComponent<Props> {
  let LoadedComponent: ComponentType<Props> | undefined;
  const preload = async (): Promise<void> => {
    LoadedComponent = await load();
  };
  let start: Promise<void> | undefined;
  const Later: ComponentType<Props> = lazy(async () => {
    await start;
    return { default: LoadedComponent ?? (await load()) };
  });
  const Component = (props: Props) => {
    // another one would start anew, without what the reader typed
    const [Content] = useState<ComponentType<Props>>(() => LoadedComponent ?? Later);
    return <Content {...props} />;
  };
  const waitFor = (next: Promise<void>): void => {
    start = next;
  };
  return { Component, preload, waitFor };
}
