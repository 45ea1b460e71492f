/** Every way a document can be presented, side by side and all alive at once. */
import { MessageSquareText, QrCode } from 'lucide-react';
import type { ScanInput } from '../../../shared/domain/scan-input.ts';
import { HandheldNotice, type HandheldState } from '../../features/handheld-scanner/index.ts';
import { PictureDrop } from '../../features/picture-drop/index.ts';
import { DeskCamera } from '../../features/qr-scanner/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CodeEntry } from './CodeEntry.tsx';

interface DeskInputProps {
  readonly onScan: (input: ScanInput) => void;
  readonly onConsent: () => void;
  readonly onDeskRequest: () => void;
  /** Nothing is on screen and nothing under way. */
  readonly waiting: boolean;
  /** A check is under way: the camera waits, people and scanners may go on. */
  readonly busy: boolean;
  /** A dialog asks for something else first. */
  readonly blocked: boolean;
  readonly handheld: HandheldState;
}

export function DeskInput({ onScan, onConsent, onDeskRequest, waiting, busy, blocked, handheld }: DeskInputProps) {
  const { t } = useTexts();
  return (
    <section className="desk-input" aria-label={t('desk.input')}>
      <HandheldNotice scanner={handheld} />
      <CodeEntry onScan={onScan} waiting={waiting} />
      <Button icon={<MessageSquareText size={18} aria-hidden />} hint="F3" onPress={onConsent}>
        {t('desk.consent.open')}
      </Button>
      <Button icon={<QrCode size={18} aria-hidden />} hint="Ctrl E" onPress={onDeskRequest}>
        {t('desk.request.open')}
      </Button>
      <PictureDrop onScan={onScan} paused={blocked} busy={busy} />
      <DeskCamera onScan={onScan} paused={busy || blocked} handheldInUse={handheld.inUse} />
    </section>
  );
}
