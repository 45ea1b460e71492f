/** The cap of a key, for people who look; screen readers hear the key through `aria-keyshortcuts`. */
import './key-hint.css';

export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <kbd className="key-hint" aria-hidden="true">
      {keys}
    </kbd>
  );
}
