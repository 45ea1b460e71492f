/** Makes the grey picture decoders want out of what browsers give: frames of a camera, or pixels of a canvas. */
import type { GreyPicture } from './decoder.ts';

/** Formats whose first plane already is the grey picture. */
const LUMA_FIRST = new Set(['I420', 'I420A', 'I422', 'I444', 'NV12']);
/** Where red, green and blue stand in a pixel of the packed formats. */
const PACKED: Record<string, readonly [number, number, number]> = {
  RGBA: [0, 1, 2],
  RGBX: [0, 1, 2],
  BGRA: [2, 1, 0],
  BGRX: [2, 1, 0],
};

/**
 * Frames of a film share one piece of memory: a picture is good until the next frame is asked for.
 * The function answers null for a pixel format that is neither planar YUV nor packed RGB.
 */
export function createFrameGreying(): (frame: VideoFrame) => Promise<GreyPicture | null> {
  let memory = new Uint8ClampedArray(0);
  return (frame) => {
    const size = frame.format === null ? 0 : frame.allocationSize();
    if (memory.length < size) memory = new Uint8ClampedArray(size);
    return greyOfFrame(frame, memory);
  };
}

async function greyOfFrame(frame: VideoFrame, bytes: Uint8ClampedArray<ArrayBuffer>): Promise<GreyPicture | null> {
  const format = frame.format ?? '';
  const size = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight };
  const packed = PACKED[format];
  if (packed === undefined && !LUMA_FIRST.has(format)) return null;

  const [plane] = await frame.copyTo(bytes);
  if (plane === undefined) return null;
  const rows = { bytes: bytes.subarray(plane.offset), stride: plane.stride, width: size.width, height: size.height };
  return packed === undefined ? tightRows(rows) : greyOfPixels(rows, packed);
}

/** @param data pixels as a canvas gives them: red, green, blue, alpha */
export function greyOfImageData({ data, width, height }: ImageData): GreyPicture {
  return greyOfPixels({ bytes: data, stride: width * 4, width, height }, [0, 1, 2]);
}

interface Rows {
  bytes: Uint8ClampedArray;
  stride: number;
  width: number;
  height: number;
}

function tightRows({ bytes, stride, width, height }: Rows): GreyPicture {
  if (stride === width) return { width, height, luma: bytes.subarray(0, width * height) };
  const luma = new Uint8ClampedArray(width * height);
  for (let row = 0; row < height; row += 1) luma.set(bytes.subarray(row * stride, row * stride + width), row * width);
  return { width, height, luma };
}

/** Weights of ITU-R BT.601 in 1/256. */
function greyOfPixels({ bytes, stride, width, height }: Rows, [red, green, blue]: readonly [number, number, number]): GreyPicture {
  const luma = new Uint8ClampedArray(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = row * stride + column * 4;
      luma[row * width + column] = (77 * bytes[at + red]! + 150 * bytes[at + green]! + 29 * bytes[at + blue]!) >> 8;
    }
  }
  return { width, height, luma };
}
