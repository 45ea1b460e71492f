/** The address by which the page shows a picture it holds itself, given back when the picture goes. */
import { useEffect, useMemo } from 'react';

export function usePictureUrl(jpeg: Uint8Array<ArrayBuffer> | null): string | null {
  const url = useMemo(() => (jpeg === null ? null : URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }))), [jpeg]);
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url);
    },
    [url],
  );
  return url;
}
