/** The citizen large, the operator small, and in words what the connection lacks. */
import { Mic, MicOff, Settings2 } from 'lucide-react';
import type { CallView } from '../../../../shared/domain/call/call-view.ts';
import { CALL_TEXTS, type LinkState, LiveVideo } from '../../../features/video-call/index.ts';
import { useTexts } from '../../../i18n/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { minutesAndSeconds } from '../../../ui/minutes-and-seconds.ts';
import { useNow } from '../../../ui/use-now.ts';

interface CallPicturesProps {
  readonly remote: MediaStream;
  readonly own: MediaStream;
  readonly link: LinkState;
  readonly call: Pick<CallView, 'link'>;
  readonly muted: boolean;
  readonly onMute: () => void;
  readonly speaker: string | null;
  readonly onDevices: () => void;
}

export function CallPictures({ remote, own, link, call, muted, onMute, speaker, onDevices }: CallPicturesProps) {
  const { t, language } = useTexts();
  const apart = call.link.state === 'together' ? null : call.link;
  const now = useNow(apart === null ? null : 1000);
  const left = apart === null ? '' : minutesAndSeconds(Date.parse(apart.until) - now);
  const veil =
    apart === null
      ? link === 'connected'
        ? null
        : t(link === 'broken' ? 'calls.call.reconnecting' : 'calls.call.noPicture')
      : t(apart.state === 'citizen-away' ? 'calls.call.citizenAway' : 'calls.call.serviceAway', { left });
  return (
    <div className="call-stage" data-link={link}>
      <LiveVideo stream={remote} label={t('calls.call.citizen')} sound speaker={speaker} className="call-large" />
      <LiveVideo stream={own} label={t('calls.call.you')} className="call-small" mirrored />
      <div className="call-own-controls">
        <Button size="small" hint="F8" icon={muted ? <MicOff size={18} aria-hidden /> : <Mic size={18} aria-hidden />} onPress={onMute}>
          {t(muted ? 'calls.call.unmute' : 'calls.call.mute')}
        </Button>
        <Button size="small" icon={<Settings2 size={18} aria-hidden />} onPress={onDevices}>
          {CALL_TEXTS[language].devices.open}
        </Button>
      </div>
      {veil === null ? null : (
        <p className="call-veil" role="status">
          {veil}
        </p>
      )}
    </div>
  );
}
