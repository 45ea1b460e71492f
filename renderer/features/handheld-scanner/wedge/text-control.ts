/** The focused control as the scanner finds it: whether it takes text, and how to put it back as it was. */

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Inputs that keys do not write into. */
const NOT_TEXT = new Set(['button', 'checkbox', 'color', 'file', 'hidden', 'image', 'radio', 'range', 'reset', 'submit']);

export function textControl(target: EventTarget | null): TextControl | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && !NOT_TEXT.has(target.type) ? target : null;
}

/** @returns a function that puts value and caret back, as far as the control still exists. */
export function rememberControl(control: TextControl): () => void {
  const { value, selectionStart, selectionEnd } = control;
  return () => {
    if (!control.isConnected || control.value === value) return;
    // React listens to the event but compares with the last value set through the element's own property:
    // only the prototype's setter makes it take the change for a person's.
    const prototype = control instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, value);
    if (selectionStart !== null) control.setSelectionRange(selectionStart, selectionEnd);
    control.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }));
  };
}
