/** A labelled line of input with a hint below that gives way to an error. */
import type { ReactNode, Ref } from 'react';
import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components';
import './field.css';

interface FieldProps extends Omit<TextFieldProps, 'children' | 'className' | 'style'> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** `digits` for codes and numbers people compare digit by digit. */
  readonly look?: 'text' | 'digits' | 'code';
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly after?: ReactNode;
}

export function Field({ label, hint, error, placeholder, look = 'text', inputRef, after, ...rest }: FieldProps) {
  return (
    <TextField {...rest} className={`field field-${look}`} isInvalid={error !== undefined}>
      <Label className="field-label">{label}</Label>
      <div className="field-line">
        <Input className="field-input" {...(inputRef && { ref: inputRef })} {...(placeholder && { placeholder })} />
        {after}
      </div>
      {error === undefined && hint !== undefined ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  );
}
