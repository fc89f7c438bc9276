import { type ComponentType, lazy } from 'react';

/** A component whose code is loaded on demand. */
export interface LaterComponent<Props> {
  /** The component. It suspends until its code is loaded. */
  readonly Component: ComponentType<Props>;
  readonly preload: () => Promise<void>;
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
  const Later: ComponentType<Props> = lazy(async () => ({ default: await load() }));
  const Component = (props: Props) =>
    LoadedComponent === undefined ? <Later {...props} /> : <LoadedComponent {...props} />;
  return { Component, preload };
}
