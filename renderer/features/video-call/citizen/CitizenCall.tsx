/** The call on the citizen's own page: pre-flight, queue, conversation, and what the citizen types for nobody else to see. */
import { useEffect, useRef, useState } from 'react';
import type { Preflight } from '../../../../shared/domain/call/call-talk.ts';
import type { Language } from '../../../../shared/domain/localized.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckPanel } from '../check/CheckPanel.tsx';
import { mayCall } from '../check/grades.ts';
import { type ChosenDevices, openMedia } from '../check/open-media.ts';
import { useMediaCheck } from '../check/use-media-check.ts';
import { CALL_TEXTS } from '../texts.ts';
import { interruptedCall } from './interrupted-call.ts';
import { measureOwnLine } from './measure-own-line.ts';
import { RunningCall } from './RunningCall.tsx';

export interface CitizenCallProps {
  readonly applicationId: string;
  /** Of the application: the service takes the socket of its owner only. */
  readonly token: string;
  readonly language: Language;
  /** Origin of the portal, such as `http://127.0.0.1:4000`; the page's own. */
  readonly portal: string;
  /** The citizen puts the call aside. */
  readonly onLeave: () => void;
}

interface Ready {
  stream: MediaStream;
  preflight: Preflight;
}

export function CitizenCall(props: CitizenCallProps) {
  const { applicationId } = props;
  const [ready, setReady] = useState<Ready | null>(null);
  // Reloaded in the middle of a call: it waits half a minute, so nothing is asked again.
  const [back, setBack] = useState(() => interruptedCall(applicationId));
  useEffect(() => {
    if (back === null) return;
    openMedia({ cameraId: null, microphoneId: null }).then(
      (stream) => {
        setReady({ stream, preflight: back });
        setBack(null);
      },
      () => setBack(null),
    );
  }, [back]);
  if (back !== null) return null;
  if (ready === null) return <BeforeQueue {...props} onReady={setReady} />;
  return <RunningCall {...props} {...ready} onAgain={() => setReady(null)} />;
}

/** Before the queue, not in the call: what does not work is mended while nobody waits. */
function BeforeQueue({ applicationId, token, language, portal, onLeave, onReady }: CitizenCallProps & { onReady: (ready: Ready) => void }) {
  const say = CALL_TEXTS[language].citizen;
  const [chosen, setChosen] = useState<ChosenDevices>({ cameraId: null, microphoneId: null });
  const goesOn = useRef(false);
  const { check, video, again } = useMediaCheck(chosen, () => measureOwnLine(portal, applicationId, token), () => goesOn.current);
  return (
    <>
      <p>{say.cardReady}</p>
      <p>{say.consent}</p>
      <CheckPanel check={check} video={video} language={language} chosen={chosen} onChoose={setChosen} onAgain={again}>
        {({ stream, grades }) => (
          <Button
            look="primary"
            size="large"
            isDisabled={!mayCall(grades)}
            onPress={() => {
              goesOn.current = true;
              onReady({ stream, preflight: grades });
            }}
          >
            {say.join}
          </Button>
        )}
      </CheckPanel>
      <Button look="quiet" onPress={onLeave}>
        {say.leave}
      </Button>
    </>
  );
}
