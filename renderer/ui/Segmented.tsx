/** A choice of one from a few words that all stay in sight. */
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { Choice } from './Select.tsx';
import './field.css';
import './segmented.css';

interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly choices: readonly (Choice<Id> & { readonly lang?: string })[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

export function Segmented<Id extends string>({ label, hideLabel, choices, value, onChange }: SegmentedProps<Id>) {
  return (
    <RadioGroup className="field" orientation="horizontal" value={value} onChange={(id) => onChange(id as Id)}>
      <Label className={hideLabel === true ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="segmented">
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className="segment">
            <span lang={choice.lang}>{choice.text}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
