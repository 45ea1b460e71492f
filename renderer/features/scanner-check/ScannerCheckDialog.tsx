/** Tries scanner and camera side by side, and says which of reader, layout, code or camera is at fault. */
import { useEffect, useState } from 'react';
import { SHEET_LEARN_TEXT } from '../../../shared/domain/scanning/scan-sheet.ts';
import { usePreferences } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrPicture } from '../../ui/QrPicture.tsx';
import { judgeScanner, type ScannerFinding, useTappedScans } from '../handheld-scanner/index.ts';
import { DeskCamera } from '../qr-scanner/index.ts';
import './scanner-check.css';

/** Who has taken a scanner from its stand and pressed its trigger has done so by then. */
const PATIENCE_MS = 20_000;

const TONES = { waiting: 'neutral', off: 'neutral', good: 'good' } as const;
const toneOf = (finding: string) => TONES[finding as keyof typeof TONES] ?? 'warn';

export function ScannerCheckDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { handheld, cameraOn } = usePreferences();
  const [scanner, setScanner] = useState<'waiting' | 'silent' | ScannerFinding>('waiting');
  const [camera, setCamera] = useState<'waiting' | 'unread' | 'good'>('waiting');
  useTappedScans((scan) => setScanner(judgeScanner(scan, handheld)));
  useEffect(() => {
    const timer = setTimeout(() => setScanner((before) => (before === 'waiting' ? 'silent' : before)), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    // One that is off has not failed to read.
    if (!cameraOn) return undefined;
    const timer = setTimeout(() => setCamera((before) => (before === 'waiting' ? 'unread' : before)), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [cameraOn]);
  const film = camera === 'good' || cameraOn ? camera : 'off';
  return (
    <Dialog title={t('handheld.check.title')} closeLabel={t('app.close')} width="wide" onClose={onClose}>
      <div className="scanner-check">
        <section className="scanner-check-part" aria-labelledby="scanner-check-scanner">
          <h3 id="scanner-check-scanner">{t('handheld.check.scanner')}</h3>
          <p>{t('handheld.check.scan')}</p>
          {/* Above what is scanned: zoomed in, what stands below it is out of sight. */}
          <Notice tone={toneOf(scanner)} role="status">
            <p>{t(`handheld.check.findings.${scanner}`)}</p>
          </Notice>
          <QrPicture text={SHEET_LEARN_TEXT} label={t('handheld.check.code')} />
        </section>
        <section className="scanner-check-part" aria-labelledby="scanner-check-camera">
          <h3 id="scanner-check-camera">{t('handheld.check.camera')}</h3>
          <p>{t('handheld.check.show')}</p>
          <Notice tone={toneOf(film)} role="status">
            <p>{t(`handheld.check.films.${film}`)}</p>
          </Notice>
          <DeskCamera onScan={() => setCamera('good')} paused={false} handheldInUse={false} />
        </section>
      </div>
    </Dialog>
  );
}
