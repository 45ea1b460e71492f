/** Makes a key and the request for its certificate: whose it is, of which algorithm, under which password. */
import { useState } from 'react';
import { isIin } from '../../../shared/domain/iin.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { KeyForm } from './KeyForm.tsx';
import { isComplete, NewPassword, NO_PASSWORD } from './NewPassword.tsx';
import { useKeyAct } from './use-key-act.ts';

const ALGORITHMS = ['GOST-2015-512', 'RSA-2048', 'RSA-3072', 'RSA-4096', 'ECDSA-P256', 'ECDSA-P384', 'GOST-2015-256'] as const;
const FIELDS = ['surname', 'name', 'patronymic', 'iin', 'organisation', 'bin', 'email'] as const;
const NOBODY = { surname: '', name: '', patronymic: '', iin: '', organisation: '', bin: '', email: '' };

interface GenerateDialogProps {
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

export function GenerateDialog({ onClose, onDone }: GenerateDialogProps) {
  const { t } = useTexts();
  const host = useHost();
  const act = useKeyAct();
  const [algorithm, setAlgorithm] = useState<(typeof ALGORITHMS)[number]>('GOST-2015-512');
  const [owner, setOwner] = useState(NOBODY);
  const [password, setPassword] = useState(NO_PASSWORD);
  const wrongIin = owner.iin.length === 12 && !isIin(owner.iin);
  const ready = owner.surname !== '' && owner.name !== '' && isIin(owner.iin) && /^(?:\d{12})?$/.test(owner.bin) && isComplete(password);

  const make = () => act.run(host.keys.generate({ algorithm, owner, password: password.first }), () => onDone(t('keys.made')));

  return (
    <KeyForm title={t('keys.create')} submit={t('keys.makeKey')} width="wide" ready={ready} act={act} onSubmit={() => void make()} onClose={onClose}>
      <Select label={t('keys.algorithm')} choices={ALGORITHMS.map((id) => ({ id, text: id }))} value={algorithm} onChange={setAlgorithm} />
      <fieldset className="keys-owner">
        <legend>{t('keys.ownerTitle')}</legend>
        <p className="soft small">{t('keys.ownerNote')}</p>
        {FIELDS.map((name) => (
          <Field
            key={name}
            label={t(`keys.${name}`)}
            autoComplete="off"
            maxLength={name === 'organisation' ? 200 : 64}
            {...(name === 'iin' || name === 'bin' ? { look: 'digits' as const, inputMode: 'numeric' as const } : {})}
            value={owner[name]}
            onChange={(typed) => setOwner({ ...owner, [name]: name === 'iin' || name === 'bin' ? typed.replaceAll(/\D/g, '') : typed })}
            error={name === 'iin' && wrongIin ? t('keys.iinWrong') : undefined}
          />
        ))}
      </fieldset>
      <NewPassword value={password} onChange={setPassword} />
    </KeyForm>
  );
}
