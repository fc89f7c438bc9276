import { Component, type ReactNode } from 'react';

interface Fault {
  readonly error: unknown;
  /** Reference that the reader sees and the console logs. */
  readonly reference: string;
}
interface BoundaryProps {
  /** Draws the replacement of a failed part; `again` retries. */
  readonly fallback: (again: () => void, fault: Fault) => ReactNode;
  readonly children: ReactNode;
}

/** Limits an error in one part to that part. */
export class ErrorBoundary extends Component<BoundaryProps, { readonly fault: Fault | undefined }> {
  override state: { readonly fault: Fault | undefined } = { fault: undefined };

  static getDerivedStateFromError(error: unknown): { fault: Fault } {
    return {
      fault: {
        error,
        reference:
          crypto
            .getRandomValues(new Uint16Array(1))[0]
            ?.toString(16)
            .padStart(4, '0')
            .toUpperCase() ?? '',
      },
    };
  }

  override componentDidCatch(): void {
    reportError(
      new Error(`Headway: reference ${this.state.fault?.reference}`, {
        cause: this.state.fault?.error,
      }),
    );
  }

  override render(): ReactNode {
    const { fault } = this.state;
    return fault === undefined
      ? this.props.children
      : this.props.fallback(() => this.setState({ fault: undefined }), fault);
  }
}
