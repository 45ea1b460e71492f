/** Follows the view mark of an outcome: events name journal entries by number, outcomes are entries by id. */
import { useEffect } from 'react';
import type { MarkState } from '../../../shared/domain/checking/check-outcome.ts';
import { useHost } from '../../host/index.ts';

/** More outcomes than anyone can have on screen while their marks are still on the way. */
const REMEMBERED = 16;

export function useMarkChanges(onChange: (outcomeId: string, mark: MarkState) => void): void {
  const host = useHost();
  useEffect(() => {
    const idOf = new Map<number, string>();
    const stops = [
      host.journal.appended((entry) => {
        if (entry.event.kind !== 'checked') return;
        idOf.set(entry.sequence, entry.id);
        const oldest = idOf.keys().next();
        if (idOf.size > REMEMBERED && !oldest.done) idOf.delete(oldest.value);
      }),
      host.journal.markChanged(({ sequence, mark }) => {
        const outcomeId = idOf.get(sequence);
        if (outcomeId !== undefined) onChange(outcomeId, mark);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [host, onChange]);
}
