/** What stands where nothing is yet: a picture and one sentence, in a frame as large as what will stand there. */
import type { ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  readonly icon: ReactNode;
  /** Something can be dropped here. */
  readonly isTarget?: boolean;
  readonly children: ReactNode;
}

export function EmptyState({ icon, isTarget = false, children }: EmptyStateProps) {
  return (
    <div className={isTarget ? 'empty-state empty-state-target' : 'empty-state'}>
      {icon}
      <p>{children}</p>
    </div>
  );
}
