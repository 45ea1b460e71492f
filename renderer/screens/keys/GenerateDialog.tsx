/** Makes a key and the request for its certificate: whose it is, of which algorithm, here under a password or on a token under its PIN. */
import { useState } from 'react';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Select } from '../../ui/Select.tsx';
import { KeyForm } from './KeyForm.tsx';
import { isComplete, NewPassword, NO_PASSWORD } from './NewPassword.tsx';
import { isSomebody, NOBODY, OwnerFields } from './OwnerFields.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useKeyAct } from './use-key-act.ts';
import { useTokens } from './use-tokens.ts';

const OF_STORE = ['GOST-2015-512', 'RSA-2048', 'RSA-3072', 'RSA-4096', 'ECDSA-P256', 'ECDSA-P384', 'GOST-2015-256'] as const;
const OF_TOKEN = ['RSA-2048', 'RSA-3072', 'RSA-4096', 'ECDSA-P256', 'ECDSA-P384'] as const;
const STORE = 'store';

interface GenerateDialogProps {
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

export function GenerateDialog({ onClose, onDone }: GenerateDialogProps) {
  const { t } = useTexts();
  const host = useHost();
  const act = useKeyAct();
  const tokens = useTokens();
  const [place, setPlace] = useState(STORE);
  const [ofStore, setOfStore] = useState<(typeof OF_STORE)[number]>('GOST-2015-512');
  const [ofToken, setOfToken] = useState<(typeof OF_TOKEN)[number]>('RSA-2048');
  const [owner, setOwner] = useState(NOBODY);
  const [password, setPassword] = useState(NO_PASSWORD);
  const [pin, setPin] = useState('');
  const onToken = place !== STORE;
  const ready = isSomebody(owner) && (onToken ? pin !== '' : isComplete(password));

  const make = async () => {
    if (!onToken) return act.run(host.keys.generate({ algorithm: ofStore, owner, password: password.first }), () => onDone(t('keys.made')));
    const order = { tokenId: place, pin, algorithm: ofToken, owner };
    // The token counts wrong tries: one that was wrong is typed anew.
    setPin('');
    return act.run(host.keys.generateOnToken(order), ({ path }) => onDone(t('keys.onToken', { name: path })));
  };

  return (
    <KeyForm title={t('keys.create')} submit={t('keys.makeKey')} width="wide" ready={ready} act={act} onSubmit={() => void make()} onClose={onClose}>
      {tokens.length === 0 ? null : (
        <Select
          label={t('keys.place')}
          choices={[{ id: STORE, text: t('keys.placeStore') }, ...tokens.map(({ id, label, model }) => ({ id, text: `${label} (${model})` }))]}
          value={place}
          onChange={setPlace}
        />
      )}
      {onToken ? <p className="soft small">{t('keys.tokenNote')}</p> : null}
      {onToken ? (
        <Select label={t('keys.algorithm')} choices={OF_TOKEN.map((id) => ({ id, text: id }))} value={ofToken} onChange={setOfToken} />
      ) : (
        <Select label={t('keys.algorithm')} choices={OF_STORE.map((id) => ({ id, text: id }))} value={ofStore} onChange={setOfStore} />
      )}
      <OwnerFields owner={owner} onChange={setOwner} />
      {onToken ? <PasswordField label={t('keys.pinCode')} value={pin} onChange={setPin} /> : <NewPassword value={password} onChange={setPassword} />}
    </KeyForm>
  );
}
