import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** What stands in the place of what could not be drawn; `again` tries once more. */
  readonly fallback: (again: () => void, error: unknown) => ReactNode;
  readonly children: ReactNode;
}

/** Keeps a fault in one figure from taking the page with it. */
export class ErrorBoundary extends Component<BoundaryProps, { failed: boolean; error?: unknown }> {
  override state: { failed: boolean; error?: unknown } = { failed: false };

  static getDerivedStateFromError(error: unknown): { failed: boolean; error: unknown } {
    return { failed: true, error };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false }), this.state.error) : this.props.children;
  }
}
