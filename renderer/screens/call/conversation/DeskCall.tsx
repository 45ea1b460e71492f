/** The call at the desk: the citizen's picture large, the script beside it, what the machine says, and the decision the script allows. */
import { useState } from 'react';
import type { CallView } from '../../../../shared/domain/call/call-view.ts';
import { useKeys } from '../../../ui/use-keys.ts';
import { Chat, DevicesDialog, DeviceTroubleNotice, useOwnDevices } from '../../../features/video-call/index.ts';
import { useHost } from '../../../host/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { AbortDialog } from './AbortDialog.tsx';
import { CallFacts } from './CallFacts.tsx';
import { CallPictures } from './CallPictures.tsx';
import { Checklist } from '../script/Checklist.tsx';
import { DecisionRow } from './DecisionRow.tsx';
import { EndedCall } from './EndedCall.tsx';
import { Signals } from '../signals/Signals.tsx';
import { StepCard } from '../script/StepCard.tsx';
import { useCallChat } from './use-call-chat.ts';
import type { CallDeskState } from '../use-call-desk.ts';
import { useCallDevices } from '../use-call-devices.ts';
import type { DeskEngine } from '../../../features/identification/face/use-desk-engine.ts';
import { useDeskMedia } from './use-desk-media.ts';

interface DeskCallProps {
  readonly call: CallView;
  readonly calls: CallDeskState;
  readonly stream: MediaStream;
  readonly engine: DeskEngine;
  readonly hidden: boolean;
  /** The ended call was put aside. */
  readonly onClosed: () => void;
}

export function DeskCall({ call, calls, stream, engine, hidden, onClosed }: DeskCallProps) {
  const { language } = useTexts();
  const host = useHost();
  const [aborting, setAborting] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [muted, setMuted] = useState(false);
  const running = call.standing.state !== 'ended';
  const { link, remote, stills, replaceTrack } = useDeskMedia(call, stream, running);
  const { chosen, choose } = useCallDevices();
  const devices = useOwnDevices({ stream, onTrack: replaceTrack, onChosen: (kind, id) => choose({ ...chosen, [kind]: id }) });
  const chat = useCallChat(call.callId);
  const { callId, standing } = call;
  const step = call.steps.find(({ state }) => state === 'now') ?? null;

  const mute = (): void => {
    for (const track of stream.getAudioTracks()) track.enabled = muted;
    setMuted(!muted);
  };
  const pass = (): void => void calls.ask(host.calls.pass({ callId }));
  const alarm = (): void => void host.calls.alarm({ callId });
  useKeys(
    running && !hidden && !aborting && !choosing
      ? { F8: mute, 'Ctrl+E': () => setAborting(true), ...(standing.state === 'may-pass' && call.recording ? { F9: pass } : {}) }
      : {},
  );
  // Whoever is forced to something may have any dialog before them.
  useKeys(running && !hidden ? { 'Ctrl+J': alarm } : {}, 'everywhere');

  if (standing.state === 'ended') return <EndedCall call={call} standing={standing} calls={calls} onClosed={onClosed} />;
  return (
    <div className="call-desk">
      <section className="call-desk-picture">
        <CallFacts call={call} />
        <DeviceTroubleNotice language={language} trouble={devices.trouble} />
        <CallPictures
          remote={remote}
          own={stream}
          link={link}
          call={call}
          muted={muted}
          onMute={mute}
          speaker={chosen.speaker}
          onDevices={() => setChoosing(true)}
        />
        <div className="call-desk-below">
          <Signals support={call.support} steps={call.steps} />
          <Chat side="operator" language={language} lines={chat.lines} onSay={chat.say} />
        </div>
      </section>
      <section className="call-desk-script">
        {step === null ? null : <StepCard key={step.id} call={call} step={step} calls={calls} stills={stills} remote={remote} engine={engine} hidden={hidden || aborting || choosing} />}
        <DecisionRow call={call} onPass={pass} onAbort={() => setAborting(true)} onAlarm={alarm} />
        <Checklist steps={call.steps} />
      </section>
      {choosing ? <DevicesDialog language={language} devices={devices} chosen={chosen} onClose={() => setChoosing(false)} /> : null}
      {aborting ? (
        <AbortDialog
          aborts={call.aborts}
          onClose={() => setAborting(false)}
          onAbort={(code) => {
            setAborting(false);
            void calls.ask(host.calls.abort({ callId, code }));
          }}
        />
      ) : null}
    </div>
  );
}
