/** Nothing is being checked: what to ask of the citizen, or that nothing is to be asked while checking is stopped. */
import { ScanQrCode, Snowflake } from 'lucide-react';
import { useHealth } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';

export function ReadyBand() {
  const { t } = useTexts();
  const stopped = useHealth().freeze.state === 'frozen';
  const Glyph = stopped ? Snowflake : ScanQrCode;
  return (
    <div className="band band-ready">
      <Glyph size={40} strokeWidth={1.5} aria-hidden />
      <div className="band-words">
        <p className="band-word">{t(stopped ? 'app.freeze.stopped' : 'desk.ready.title')}</p>
        <p className="band-meaning">{t(stopped ? 'app.freeze.askNobody' : 'desk.ready.text')}</p>
      </div>
    </div>
  );
}
