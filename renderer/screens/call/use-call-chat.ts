/** What was written in the call in hand, both ways; kept on this page only, the evidence has it besides. */
import { useEffect, useState } from 'react';
import type { ChatLine } from '../../../shared/domain/call/call-talk.ts';
import type { SaidLine } from '../../features/video-call/index.ts';
import { useHost } from '../../host/index.ts';

export function useCallChat(callId: string): { lines: readonly SaidLine[]; say(line: ChatLine): void } {
  const host = useHost();
  const [lines, setLines] = useState<readonly SaidLine[]>([]);
  const add = (by: SaidLine['by'], line: ChatLine): void => setLines((before) => [...before, { by, line }]);
  useEffect(() => {
    setLines([]);
    return host.calls.said((told) => void (told.callId === callId && add('citizen', told.line)));
  }, [host, callId]);
  return {
    lines,
    say(line) {
      add('operator', line);
      void host.calls.say({ callId, line });
    },
  };
}
