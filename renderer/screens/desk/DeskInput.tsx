/** Every way a document can be presented, side by side and all alive at once. */
import { useDeferredValue } from 'react';
import type { ScanInput } from '../../../shared/domain/scanning/scan-input.ts';
import { HandheldNotice, type HandheldState } from '../../features/handheld-scanner/index.ts';
import { PictureDrop } from '../../features/picture-drop/index.ts';
import { DeskCamera } from '../../features/qr-scanner/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { AskCitizen } from './AskCitizen.tsx';
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
  // Held at once when a check begins, let go once its answer is drawn.
  const held = useDeferredValue(busy) || busy;
  return (
    <section className="desk-input" aria-label={t('desk.input')}>
      <HandheldNotice scanner={handheld} />
      <CodeEntry onScan={onScan} waiting={waiting} />
      <AskCitizen onConsent={onConsent} onDeskRequest={onDeskRequest} />
      <PictureDrop onScan={onScan} paused={blocked} busy={held} />
      <DeskCamera onScan={onScan} paused={held || blocked} handheldInUse={handheld.inUse} />
    </section>
  );
}
