/** The picture of the screen, of which a part is chosen: dragged with the mouse or moved with the arrow keys. */
import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { pixelsOf, type Point, type Region, regionBetween, regionByKey } from './region.ts';

interface RegionPickerProps {
  readonly picture: ImageBitmap;
  readonly region: Region;
  readonly onChange: (region: Region) => void;
  readonly label: string;
  /** Id of the words that say how. */
  readonly describedBy: string;
}

export function RegionPicker({ picture, region, onChange, label, describedBy }: RegionPickerProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const dragFrom = useRef<Point | null>(null);
  useEffect(() => {
    if (canvas.current !== null) draw(canvas.current, picture, region);
  }, [picture, region]);

  const begin = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    dragFrom.current = pointOf(event);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    const chosen = dragFrom.current === null ? null : regionBetween(dragFrom.current, pointOf(event));
    if (chosen !== null) onChange(chosen);
  };
  const press = (event: KeyboardEvent) => {
    const next = regionByKey(region, event.key, event.shiftKey);
    if (next === null) return;
    // Otherwise the dialog would scroll.
    event.preventDefault();
    onChange(next);
  };
  return (
    <canvas
      ref={canvas}
      className="screen-region"
      width={picture.width}
      height={picture.height}
      // oxlint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- what arrows do here no role has but this, which hands them over
      role="application"
      aria-label={label}
      aria-describedby={describedBy}
      tabIndex={0}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={() => (dragFrom.current = null)}
      onKeyDown={press}
    />
  );
}

function pointOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}

/** What is not chosen lies in the dark. */
function draw(canvas: HTMLCanvasElement, picture: ImageBitmap, region: Region): void {
  const context = canvas.getContext('2d')!;
  const { left, top, width, height } = pixelsOf(region, picture);
  context.drawImage(picture, 0, 0);
  context.fillStyle = 'rgb(0 0 0 / 60%)';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, left, top, width, height, left, top, width, height);
  context.lineWidth = Math.max(2, canvas.width / 400);
  context.strokeStyle = 'rgb(255 190 0)';
  context.strokeRect(left, top, width, height);
}
