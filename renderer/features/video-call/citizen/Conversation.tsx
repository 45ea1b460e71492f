/** The citizen in the call: who speaks with them and how to verify it, what is asked now in their own language, and the operator's picture. */
import { Mic, MicOff, Settings2 } from 'lucide-react';
import { useState } from 'react';
import { inLanguage } from '../../../../shared/domain/localized.ts';
import { Button } from '../../../ui/Button.tsx';
import { minutesAndSeconds } from '../../../ui/minutes-and-seconds.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { Chat } from '../chat/Chat.tsx';
import { DevicesDialog } from '../devices/DevicesDialog.tsx';
import { DeviceTroubleNotice } from '../devices/DeviceTroubleNotice.tsx';
import { useOwnDevices } from '../devices/use-own-devices.ts';
import { LiveVideo } from '../LiveVideo.tsx';
import { CALL_TEXTS, filled } from '../texts.ts';
import type { CitizenCallProps, OwnChoice } from './citizen-call-props.ts';
import { CodeEntry } from './CodeEntry.tsx';
import type { CitizenCallState } from './citizen-call-state.ts';
import type { CitizenCallLink } from './use-citizen-call.ts';

interface ConversationProps extends CitizenCallProps, OwnChoice {
  readonly call: CitizenCallLink;
  readonly state: Extract<CitizenCallState, { phase: 'call' }>;
  readonly stream: MediaStream;
}

export function Conversation({ applicationId, token, language, portal, call, state, stream, chosen, onChoose }: ConversationProps) {
  const say = CALL_TEXTS[language].citizen;
  const [muted, setMuted] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const devices = useOwnDevices({ stream, onTrack: call.replaceTrack, onChosen: (kind, id) => onChoose({ ...chosen, [kind]: id }) });
  const now = useNow(state.operatorAwayUntil === null ? null : 1000);
  const { agent, code, prompt, operatorAwayUntil, link, lines, taken } = state;
  const mute = (): void => {
    for (const track of stream.getAudioTracks()) track.enabled = muted;
    setMuted(!muted);
  };
  return (
    <section className="call-conversation">
      {call.away ? <Notice tone="warn" role="status">{say.away}</Notice> : null}
      {operatorAwayUntil === null ? null : (
        <Notice tone="warn" role="status">
          {filled(say.operatorAway, { left: minutesAndSeconds(Date.parse(operatorAwayUntil) - now) })}
        </Notice>
      )}
      <DeviceTroubleNotice language={language} trouble={devices.trouble} />
      <div className="call-stage" data-link={link}>
        <LiveVideo stream={call.remote} label={say.operator} sound speaker={chosen.speaker} className="call-large" />
        <LiveVideo stream={stream} label={say.self} className="call-small" mirrored />
        {link === 'connected' ? null : <p className="call-veil">{say.noPicture}</p>}
      </div>
      <div className="call-prompt" role="status">
        {prompt === null ? (
          <p>{say.decision}</p>
        ) : (
          <>
            <p className="soft">{filled(say.step, { done: prompt.done + 1, of: prompt.of })}</p>
            <p className="call-prompt-text">{inLanguage(prompt.text, language)}</p>
            {prompt.humanOnly ? <p className="soft">{say.humanOnly}</p> : null}
            <p>
              <span className="soft">{say.purpose}: </span>
              {inLanguage(prompt.purpose, language)}
            </p>
          </>
        )}
        {taken === 0 ? null : <p className="visually-hidden">{say.taken}</p>}
      </div>
      {prompt?.kind === 'typed' ? <CodeEntry key={prompt.step} applicationId={applicationId} token={token} language={language} portal={portal} /> : null}
      <div className="call-agent" aria-label={say.agent} role="group">
        <p>
          <strong>{agent.organisation}</strong>, {agent.branch}. {say.operatorCode}: <strong>{agent.operatorId}</strong>
        </p>
        <p>
          {say.callCode}: <strong className="call-code">{code}</strong>
        </p>
        <p className="soft">{say.compare}</p>
      </div>
      <div className="call-actions">
        <Button icon={muted ? <MicOff size={20} aria-hidden /> : <Mic size={20} aria-hidden />} onPress={mute}>
          {muted ? say.unmute : say.mute}
        </Button>
        <Button icon={<Settings2 size={20} aria-hidden />} onPress={() => setChoosing(true)}>
          {CALL_TEXTS[language].devices.open}
        </Button>
        <Button look="refuse" onPress={call.leave}>
          {say.hangUp}
        </Button>
      </div>
      {choosing ? <DevicesDialog language={language} devices={devices} chosen={chosen} onClose={() => setChoosing(false)} /> : null}
      <Chat side="citizen" language={language} lines={lines} onSay={call.say} />
    </section>
  );
}
