/** The cap of a key; part of the name of whatever carries it, so that it is heard as well as seen. */
import './key-hint.css';

export function KeyHint({ keys }: { readonly keys: string }) {
  return <kbd className="key-hint">{keys}</kbd>;
}
