/** What every dialog about one stored key is given. */
export interface ActDialogProps {
  readonly keyId: string;
  readonly onClose: () => void;
  /** It is done; `words` say so on the screen. */
  readonly onDone: (words: string) => void;
}
