/** An operator who takes calls: the check and the queue, then the call in hand on the stream that was checked. */
import { useEffect, useState } from 'react';
import type { CallDeskView } from '../../../shared/domain/call/call-view.ts';
import { stopMedia } from '../../features/video-call/index.ts';
import { BeforeCall } from './before/BeforeCall.tsx';
import { DeskCall } from './conversation/DeskCall.tsx';
import { EndedCall } from './conversation/EndedCall.tsx';
import type { CallDeskState } from './use-call-desk.ts';
import { useDeskEngine } from '../../features/identification/face/use-desk-engine.ts';

interface OnDutyProps {
  readonly desk: Extract<CallDeskView, { duty: 'on' }>;
  readonly calls: CallDeskState;
  readonly hidden: boolean;
}

export function OnDuty({ desk, calls, hidden }: OnDutyProps) {
  const [stream, setStream] = useState<MediaStream | null>(null);
  // Nobody is filmed or heard after the duty ends or this screen is left.
  useEffect(() => () => void (stream !== null && stopMedia(stream)), [stream]);
  const { current, machineRetryMs } = desk;
  const { engine, again } = useDeskEngine(true, { everyMs: machineRetryMs, busy: current !== null && current.standing.state !== 'ended' });
  // A page loaded anew after the end needs no picture to say how it ended.
  if (stream === null && current?.standing.state === 'ended') return <EndedCall call={current} standing={current.standing} calls={calls} onClosed={() => undefined} />;
  if (current === null || stream === null) return <BeforeCall desk={desk} calls={calls} hidden={hidden} movements={engine} onMovementsAgain={again} onStream={setStream} />;
  return <DeskCall key={current.callId} call={current} calls={calls} stream={stream} engine={engine} hidden={hidden} onClosed={() => setStream(null)} />;
}
