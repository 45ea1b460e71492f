/** The person at the counter, or in a call: the call where there is one, the checklist on the original card, the number in БМГ. */
import { Smartphone, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import type { CaseView, CounterChecks } from '../../../shared/domain/issuance/case-desk.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { PhoneDialog } from '../phone-registration/PhoneDialog.tsx';
import { RiskList } from './file/RiskList.tsx';
import type { HeldCase } from './use-held-case.ts';

const CHECKS = ['originalCard', 'faceLikeCard', 'ofOwnWill'] as const satisfies readonly (keyof CounterChecks)[];

interface CounterPanelProps {
  readonly view: CaseView;
  readonly busy: boolean;
  readonly work: HeldCase;
}

export function CounterPanel({ view, busy, work }: CounterPanelProps) {
  const { t } = useTexts();
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [phoning, setPhoning] = useState(false);
  const all = CHECKS.every((check) => checked.has(check));
  const toggle = (check: string, on: boolean) => setChecked((before) => new Set(on ? [...before, check] : [...before].filter((each) => each !== check)));
  return (
    <div className="case-columns">
      <section className="counter" aria-labelledby="counter-checks">
        <h2 id="counter-checks" className="case-part">
          {t('cases.counter.checks')}
        </h2>
        {CHECKS.map((check) => (
          <Checkbox key={check} className="counter-check" isSelected={checked.has(check)} onChange={(on) => toggle(check, on)}>
            <span className="counter-box" aria-hidden="true" />
            <span>{t(`cases.counter.${check}`)}</span>
          </Checkbox>
        ))}
        {view.kind === 'operator-identification' ? (
          <Button
            look="primary"
            size="large"
            icon={<UserCheck size={20} aria-hidden />}
            isDisabled={!all || busy}
            onPress={() => work.identify({ originalCard: true, faceLikeCard: true, ofOwnWill: true })}
          >
            {t('cases.counter.identify')}
          </Button>
        ) : (
          <Button look="primary" size="large" icon={<Smartphone size={20} aria-hidden />} isDisabled={!all || busy} onPress={() => setPhoning(true)}>
            {t('cases.phones.open')}
          </Button>
        )}
      </section>
      <RiskList view={view} />
      {phoning ? (
        <PhoneDialog
          whom={view.case.id}
          onClose={() => {
            setPhoning(false);
            work.reload();
          }}
        />
      ) : null}
    </div>
  );
}
