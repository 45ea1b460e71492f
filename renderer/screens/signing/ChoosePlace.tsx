/** Where the key of this request is: the keys of this workstation and its tokens first, then any file. */
import { KeyRound, Usb } from 'lucide-react';
import type { KeyPlace, KeyPlaceOffer } from '../../../shared/domain/signing/signing-keys.ts';
import { Button } from '../../ui/Button.tsx';
import { FolderBrowser } from './FolderBrowser.tsx';
import type { DialogTexts } from './use-dialog-texts.ts';

interface ChoosePlaceProps {
  readonly requestId: string;
  readonly places: readonly KeyPlaceOffer[];
  /** Whether the caller takes keys out of files. */
  readonly files: boolean;
  readonly t: DialogTexts;
  readonly onPick: (place: KeyPlace) => void;
}

export function ChoosePlace({ requestId, places, files, t, onPick }: ChoosePlaceProps) {
  return (
    <div className="signing-browser">
      {places.length > 0 ? (
        <section aria-label={t('signing.key.places')}>
          <h3 className="signing-document-name">{t('signing.key.places')}</h3>
          <ul className="signing-list">
            {places.map(({ place, label, detail }, index) => (
              <li key={JSON.stringify(place)}>
                <Button autoFocus={index === 0} icon={place.type === 'token' ? <Usb size={18} aria-hidden /> : <KeyRound size={18} aria-hidden />} onPress={() => onPick(place)}>
                  {detail === null ? label : `${label} · ${detail}`}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {files ? (
        <>
          <h3 className="signing-document-name">{t('signing.key.fromFile')}</h3>
          <FolderBrowser requestId={requestId} wanted="file" focus={places.length === 0} t={t} onPick={(path) => onPick({ type: 'file', path })} />
        </>
      ) : null}
    </div>
  );
}
