/** Faults between a page and its API. `slow` delays the correct response. */
export const faultKinds = ['slow', 'offline', 'internal', 'malformed'] as const;
export type FaultKind = (typeof faultKinds)[number];
export const isFaultKind = (x: unknown): x is FaultKind => faultKinds.includes(x as FaultKind);

interface Fault {
  readonly kind: FaultKind;
  /** Selects the affected requests. Omit it to affect all. */
  readonly where?: (request: Request) => boolean;
  /** The delay of `slow` in milliseconds. */
  readonly delay?: number;
}

/** Injects faults in front of the real API, for tests and for the demo. */
export interface Faults {
  set(fault: Fault): void;
  clear(): void;
  /** @returns the faulty response, or undefined when the real API responds */
  intercept(request: Request): Promise<Response | undefined>;
}

const responses: Readonly<Record<Exclude<FaultKind, 'slow'>, () => Response>> = {
  offline: () => Response.error(),
  internal: () =>
    new Response(
      JSON.stringify({
        type: 'about:blank',
        code: 'internal',
        title: 'Internal error',
        status: 500,
        detail: 'Try again.',
        reference: 'planted-by-a-test',
      }),
      { status: 500, headers: { 'content-type': 'application/problem+json' } },
    ),
  malformed: () =>
    new Response('{"zone": {"name": ', {
      status: 200,
      headers: { 'content-type': 'application/json' },
    }),
};

export function createFaults(): Faults {
  let active: Fault | undefined;
  return {
    set(fault) {
      active = fault;
    },
    clear() {
      active = undefined;
    },
    async intercept(request) {
      const fault = active;
      if (fault === undefined || fault.where?.(request) === false) return undefined;
      if (fault.kind !== 'slow') return responses[fault.kind]();
      await new Promise((resolve) => setTimeout(resolve, fault.delay ?? 1500));
      return undefined;
    },
  };
}
