/** Work in progress; still a full ring where motion is not wanted. */
import './spinner.css';

/** @param size `line` stands in a line of text or a button, as high as its letters; without it the ring stands alone. */
export function Spinner({ size }: { readonly size?: 'line' }) {
  return <span className="spinner" data-size={size} aria-hidden="true" />;
}
