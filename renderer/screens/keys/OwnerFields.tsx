/** Whose key it will be, as the identity document has it. */
import { isIin } from '../../../shared/domain/person/iin.ts';
import type { KeyOwner } from '../../../shared/domain/keys/key-view.ts';
import { useTexts } from '../../i18n/index.ts';
import { Field } from '../../ui/Field.tsx';

const FIELDS = ['surname', 'name', 'patronymic', 'iin', 'organisation', 'bin', 'email'] as const;
export const NOBODY: KeyOwner = { surname: '', name: '', patronymic: '', iin: '', organisation: '', bin: '', email: '' };

export const isSomebody = ({ surname, name, iin, bin }: KeyOwner): boolean => surname !== '' && name !== '' && isIin(iin) && /^(?:\d{12})?$/.test(bin);

interface OwnerFieldsProps {
  readonly owner: KeyOwner;
  readonly onChange: (owner: KeyOwner) => void;
}

export function OwnerFields({ owner, onChange }: OwnerFieldsProps) {
  const { t } = useTexts();
  const wrongIin = owner.iin.length === 12 && !isIin(owner.iin);
  return (
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
          onChange={(typed) => onChange({ ...owner, [name]: name === 'iin' || name === 'bin' ? typed.replaceAll(/\D/g, '') : typed })}
          error={name === 'iin' && wrongIin ? t('keys.iinWrong') : undefined}
        />
      ))}
    </fieldset>
  );
}
