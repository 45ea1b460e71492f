/** Work in progress; still a full ring where motion is not wanted. */
import './spinner.css';

export function Spinner() {
  return <span className="spinner" aria-hidden="true" />;
}
