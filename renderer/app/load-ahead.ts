/** A part of the page that is loaded before anybody needs it, and then drawn without a wait. */
import { type ComponentType, createElement, lazy, useState } from 'react';

export interface LoadedAhead<Props> {
  /** Waits under the nearest Suspense where it is needed before it is there; a failure of loading is thrown there. */
  Part: ComponentType<Props>;
  /** Begins to load it. */
  load(): Promise<void>;
}

/**
 * React's own `lazy` suspends once even for what has long been loaded, and holds back whatever follows a fallback for 300 ms
 * (FALLBACK_THROTTLE_MS of its reconciler): an operator would look at nothing for so long after every sign-in.
 */
export function loadAhead<Props extends object>(loadPart: () => Promise<ComponentType<Props>>): LoadedAhead<Props> {
  let loaded: ComponentType<Props> | null = null;
  const load = async (): Promise<ComponentType<Props>> => (loaded = await loadPart());
  const Awaited = lazy<ComponentType<Props>>(async () => ({ default: await load() }));

  function Part(props: Props) {
    // Settled at the first drawing: another type of component later would forget the state of the part.
    const [Chosen] = useState<ComponentType<Props>>(() => loaded ?? Awaited);
    return createElement(Chosen, props);
  }
  return { Part, load: async () => void (await load()) };
}
