/** The call on the citizen's own page: pre-flight, queue, conversation, and what the citizen types for nobody else to see. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CallDevices } from '../../../../shared/domain/call/call-devices.ts';
import type { Preflight } from '../../../../shared/domain/call/call-talk.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckPanel } from '../check/CheckPanel.tsx';
import { mayCall } from '../check/grades.ts';
import { useMediaCheck } from '../check/use-media-check.ts';
import { openMedia } from '../devices/open-media.ts';
import { CALL_TEXTS } from '../texts.ts';
import type { CitizenCallProps, OwnChoice } from './citizen-call-props.ts';
import { interruptedCall } from './interrupted-call.ts';
import { keepDevices, keptDevices } from './kept-devices.ts';
import { measureOwnLine } from './measure-own-line.ts';
import { RunningCall } from './RunningCall.tsx';

interface Ready {
  stream: MediaStream;
  preflight: Preflight;
}

export function CitizenCall(props: CitizenCallProps) {
  const { applicationId } = props;
  const [chosen, setChosen] = useState(keptDevices);
  const choose = (devices: CallDevices): void => {
    keepDevices(devices);
    setChosen(devices);
  };
  const devicesNow = useEffectEvent(() => chosen);
  const [ready, setReady] = useState<Ready | null>(null);
  // Reloaded in the middle of a call: it waits half a minute, so nothing is asked again.
  const [back, setBack] = useState(() => interruptedCall(applicationId));
  useEffect(() => {
    if (back === null) return;
    openMedia(devicesNow()).then(
      (stream) => {
        setReady({ stream, preflight: back });
        setBack(null);
      },
      () => setBack(null),
    );
  }, [back]);
  if (back !== null) return null;
  if (ready === null) return <BeforeQueue {...props} chosen={chosen} onChoose={choose} onReady={setReady} />;
  return <RunningCall {...props} {...ready} chosen={chosen} onChoose={choose} onAgain={() => setReady(null)} />;
}

/** Before the queue, not in the call: what does not work is mended while nobody waits. */
function BeforeQueue({ applicationId, token, language, portal, onLeave, chosen, onChoose, onReady }: CitizenCallProps & OwnChoice & { onReady: (ready: Ready) => void }) {
  const say = CALL_TEXTS[language].citizen;
  const goesOn = useRef(false);
  const { check, again } = useMediaCheck(chosen, () => measureOwnLine(portal, applicationId, token), () => goesOn.current);
  return (
    <>
      <p>{say.cardReady}</p>
      <p>{say.consent}</p>
      <CheckPanel check={check} language={language} chosen={chosen} onChoose={onChoose} onAgain={again}>
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
