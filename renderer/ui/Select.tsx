/** A choice of one from a short list. */
import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import './field.css';
import './select.css';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly text: string;
}

interface SelectProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

export function Select<Id extends string>({ label, choices, value, onChange }: SelectProps<Id>) {
  return (
    <AriaSelect className="field" value={value} onChange={(key) => onChange(key as Id)}>
      <Label className="field-label">{label}</Label>
      <Button className="select-button">
        <SelectValue className="select-value" />
        <ChevronDown size={18} aria-hidden />
      </Button>
      <Popover className="select-popover">
        <ListBox className="select-list" items={choices}>
          {(choice) => (
            <ListBoxItem className="select-item" id={choice.id} textValue={choice.text}>
              <span>{choice.text}</span>
              <Check size={18} className="select-check" aria-hidden />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
