/** A QR code drawn sharp at any size; dark on white in every theme, because phones read it. */
import { encodeQR } from 'qr';
import './qr-picture.css';

interface QrPictureProps {
  readonly text: string;
  /** What it is, for whoever does not see it. */
  readonly label: string;
}

/** ISO/IEC 18004 asks for a quiet margin of four modules. */
const QUIET = 4;

export function QrPicture({ text, label }: QrPictureProps) {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const dark = modules.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr-picture" role="img" aria-label={label} viewBox={`0 0 ${modules.length} ${modules.length}`} shapeRendering="crispEdges">
      <path d={dark.join('')} />
    </svg>
  );
}
