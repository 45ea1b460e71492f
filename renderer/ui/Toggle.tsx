/** On or off, with a sentence on what that means. */
import { Switch } from 'react-aria-components';
import './toggle.css';

interface ToggleProps {
  readonly label: string;
  readonly text?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Toggle({ label, text, on, onChange }: ToggleProps) {
  return (
    <Switch className="toggle" isSelected={on} onChange={onChange}>
      <span className="toggle-track" aria-hidden="true">
        <span className="toggle-thumb" />
      </span>
      <span className="toggle-words">
        <span className="toggle-label">{label}</span>
        {text === undefined ? null : <span className="soft small">{text}</span>}
      </span>
    </Switch>
  );
}
