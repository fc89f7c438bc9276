import { parseHTML } from 'linkedom';

/**
 * Makes a document for a worker thread. React and Recharts look for these names on the global
 * object. It must never run in the server's main thread: routers and query caches would take a
 * window for a browser there.
 */
function createServerDocument(): Document {
  const { window, document } = parseHTML('<!doctype html><html><body></body></html>');
  // React's development build reads the protocol when it is loaded.
  Object.defineProperty(window, 'location', {
    value: { protocol: 'https:', href: '' },
    configurable: true,
  });
  const rect = {
    x: 0,
    y: 0,
    top: 0,
    left: 0,
    bottom: 0,
    right: 0,
    width: 0,
    height: 0,
    toJSON: () => ({}),
  };
  window.HTMLElement.prototype.getBoundingClientRect = () => rect;
  const names = {
    window,
    document,
    navigator: window.navigator,
    HTMLElement: window.HTMLElement,
    HTMLIFrameElement: window.HTMLElement,
    SVGElement: window.SVGElement,
    Element: window.Element,
    Node: window.Node,
    Event: window.Event,
    MutationObserver: window.MutationObserver,
    getComputedStyle: () => ({ getPropertyValue: () => '' }),
    requestAnimationFrame: (run: (time: number) => void) => setTimeout(() => run(0), 0),
    cancelAnimationFrame: (id: number) => clearTimeout(id),
  };
  for (const [name, value] of Object.entries(names))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return document;
}

/**
 * Made when this module is evaluated. That must be before React and Recharts, which look for a
 * window once, when they are loaded.
 */
export const serverDocument: Document = createServerDocument();
