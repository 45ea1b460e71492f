/** What was written in the call in hand, both ways; kept on this page only, the evidence has it besides. */
import { useEffect, useState } from 'react';
import type { ChatLine } from '../../../../shared/domain/call/call-talk.ts';
import type { SaidLine } from '../../../features/video-call/index.ts';
import { useHost } from '../../../host/index.ts';

const added =
  (by: SaidLine['by'], line: ChatLine) =>
  (before: readonly SaidLine[]): readonly SaidLine[] => [...before, { id: before.length, by, line }];

/** The component lives for one call. */
export function useCallChat(callId: string): { lines: readonly SaidLine[]; say(line: ChatLine): void } {
  const host = useHost();
  const [lines, setLines] = useState<readonly SaidLine[]>([]);
  useEffect(() => host.calls.said((told) => void (told.callId === callId && setLines(added('citizen', told.line)))), [host, callId]);
  return {
    lines,
    say(line) {
      setLines(added('operator', line));
      void host.calls.say({ callId, line });
    },
  };
}
