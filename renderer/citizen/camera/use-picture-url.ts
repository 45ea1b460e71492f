/** The address by which the page shows a picture it holds itself, given back when the picture goes. */
import { useEffect, useState } from 'react';

export function usePictureUrl(jpeg: Uint8Array<ArrayBuffer> | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (jpeg === null) return;
    const made = URL.createObjectURL(new Blob([jpeg], { type: 'image/jpeg' }));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [jpeg]);
  return url;
}
