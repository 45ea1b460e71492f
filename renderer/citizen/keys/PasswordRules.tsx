/** The rules of a password with what is met so far, as it is typed; the judgement is the key store's. */
import { Check, Circle } from 'lucide-react';
import type { PasswordFault } from '../../../shared/domain/keys/key-view.ts';
import { useTexts } from '../texts/index.ts';

const RULES = {
  length: ['too-short', 'too-long'],
  upper: ['no-upper'],
  lower: ['no-lower'],
  digit: ['no-digit'],
  common: ['common'],
  owner: ['owner-data'],
} as const satisfies Record<string, readonly PasswordFault[]>;

interface PasswordRulesProps {
  readonly min: number;
  /** Null while nothing is typed. */
  readonly faults: readonly PasswordFault[] | null;
}

export function PasswordRules({ min, faults }: PasswordRulesProps) {
  const { t } = useTexts();
  return (
    <ul className="keys-road-rules" aria-label={t('keys.install.rules')}>
      {(Object.keys(RULES) as (keyof typeof RULES)[]).map((rule) => {
        const met = faults !== null && !RULES[rule].some((fault) => faults.includes(fault));
        return (
          <li key={rule} data-met={met}>
            {met ? <Check size={18} aria-hidden /> : <Circle size={18} aria-hidden />}
            <span>{t(`keys.install.rule.${rule}`, { min })}</span>
            <span className="visually-hidden">{t(met ? 'keys.install.met' : 'keys.install.unmet')}</span>
          </li>
        );
      })}
    </ul>
  );
}
