/** Catches an error while drawing: takes everything of the citizen off the screen, reports name and place, offers to go on. */
import { Component, type ReactNode } from 'react';
import type { Host } from '../../shared/ipc/contract.ts';
import { describeFault } from './describe-fault.ts';
import { FaultScreen } from './FaultScreen.tsx';

interface Props {
  readonly host: Host;
  readonly children: ReactNode;
}
type State = { readonly at: 'fine' } | { readonly at: 'failed'; readonly place: string };

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { at: 'fine' };

  static getDerivedStateFromError(error: unknown): State {
    return { at: 'failed', place: describeFault(error).place };
  }

  override componentDidCatch(error: unknown): void {
    void this.props.host.app.reportFault(describeFault(error));
  }

  override render(): ReactNode {
    if (this.state.at === 'fine') return this.props.children;
    return <FaultScreen place={this.state.place} onRetry={() => this.setState({ at: 'fine' })} />;
  }
}
