/** An operator who takes calls: the check and the queue, then the call in hand on the stream that was checked. */
import { useEffect, useState } from 'react';
import type { CallDeskView } from '../../../shared/domain/call/call-view.ts';
import { stopMedia } from '../../features/video-call/index.ts';
import { BeforeCall } from './BeforeCall.tsx';
import { DeskCall } from './DeskCall.tsx';
import type { CallDeskState } from './use-call-desk.ts';
import { useDeskEngine } from './use-desk-engine.ts';

interface OnDutyProps {
  readonly desk: Extract<CallDeskView, { duty: 'on' }>;
  readonly calls: CallDeskState;
  readonly hidden: boolean;
}

export function OnDuty({ desk, calls, hidden }: OnDutyProps) {
  const [stream, setStream] = useState<MediaStream | null>(null);
  // Nobody is filmed or heard after the duty ends or this screen is left.
  useEffect(() => () => void (stream !== null && stopMedia(stream)), [stream]);
  const engine = useDeskEngine();
  const { current } = desk;
  if (current === null || stream === null) return <BeforeCall desk={desk} calls={calls} hidden={hidden} onStream={setStream} />;
  return <DeskCall key={current.callId} call={current} calls={calls} stream={stream} engine={engine} hidden={hidden} onClosed={() => setStream(null)} />;
}
