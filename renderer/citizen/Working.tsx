/** Something is on its way: told to the eye and to a screen reader. */
import { Spinner } from '../ui/Spinner.tsx';

export function Working({ text }: { readonly text: string }) {
  return (
    <p className="citizen-working" role="status">
      <Spinner />
      <span>{text}</span>
    </p>
  );
}
