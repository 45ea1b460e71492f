/** Where the key is and its password: the place of last time is there already, the focus is on the password. */
import { Eye, EyeOff, FolderOpen } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { KeyOffer, KeyPlace } from '../../../shared/domain/signing/signing-keys.ts';
import type { SigningView } from '../../../shared/domain/signing/signing-request.ts';
import { useHost } from '../../host/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ChoosePlace } from './ChoosePlace.tsx';
import { refusalText, type SigningRefusal } from './refusal-text.ts';
import type { DialogTexts } from './use-dialog-texts.ts';
import { useKeyWarnings } from './use-key-warnings.ts';

interface OpenKeyProps {
  readonly view: SigningView;
  readonly t: DialogTexts;
  /** The keys below are of this place. */
  readonly opened: boolean;
  readonly onOpened: (keys: readonly KeyOffer[]) => void;
}

const isSame = (one: KeyPlace, other: KeyPlace): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Of last time, where it is still there. */
function knownPlace({ lastPlace, places, files }: SigningView): KeyPlace | null {
  if (lastPlace === null) return null;
  if (lastPlace.type === 'file') return files ? lastPlace : null;
  return places.some(({ place }) => isSame(place, lastPlace)) ? lastPlace : null;
}

export function OpenKey({ view, t, opened, onOpened }: OpenKeyProps) {
  const { requestId } = view;
  const host = useHost();
  const [place, setPlace] = useState(() => knownPlace(view));
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<SigningRefusal | null>(null);
  /** Of a token that counts them. */
  const [triesLeft, setTriesLeft] = useState<number | null>(null);
  const warnings = useKeyWarnings();

  const choose = (chosen: KeyPlace | null) => {
    setPlace(chosen);
    setRefused(null);
    setTriesLeft(null);
    onOpened([]);
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || place === null || password === '') return;
    setBusy(true);
    const answer = await host.signing.openKeys({ requestId, place, password });
    setBusy(false);
    setPassword('');
    const refusal = answer.ok && !answer.value.ok ? answer.value : null;
    setRefused(answer.ok ? refusal && { refused: refusal.code } : { fault: answer.failure });
    setTriesLeft(refusal?.triesLeft ?? null);
    onOpened(answer.ok && answer.value.ok ? answer.value.keys : []);
  };

  if (place === null) return <ChoosePlace requestId={requestId} places={view.places} files={view.files} t={t} onPick={choose} />;
  const shownPlace = place.type === 'file' ? place.path : (view.places.find((offer) => isSame(offer.place, place))?.label ?? '');
  return (
    <form className="signing-open" onSubmit={(event) => void onSubmit(event)}>
      <div className="signing-file">
        <span className="soft">{t('signing.key.path')}:</span> <span className="signing-path">{shownPlace}</span>
        <Button size="small" icon={<FolderOpen size={16} aria-hidden />} onPress={() => choose(null)}>
          {t('signing.key.other')}
        </Button>
      </div>
      {opened ? null : (
        <>
          <Field
            label={t('signing.key.password')}
            type={shown ? 'text' : 'password'}
            autoComplete="off"
            autoFocus
            maxLength={256}
            // Not the browser's own: it would not let a second try through while the first is called wrong.
            validationBehavior="aria"
            value={password}
            onChange={setPassword}
            onKeyDown={warnings.onKey}
            onKeyUp={warnings.onKey}
            error={refused === null ? undefined : refusalText(refused, t)}
            after={
              <Button
                look="quiet"
                icon={shown ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
                aria-label={t(shown ? 'signing.key.hide' : 'signing.key.show')}
                onPress={() => setShown(!shown)}
              />
            }
          />
          {triesLeft === null ? null : <p className="signing-objection">{t('signing.key.triesLeft', { count: triesLeft })}</p>}
          {warnings.capsLock || warnings.otherLayout ? (
            <Notice tone="warn" role="status">
              {warnings.capsLock ? <p>{t('signing.key.capsLock')}</p> : null}
              {warnings.otherLayout ? <p>{t('signing.key.layout')}</p> : null}
            </Notice>
          ) : null}
          <Button type="submit" look="primary">
            {busy ? t('signing.key.opening') : t('signing.key.open')}
          </Button>
        </>
      )}
    </form>
  );
}
