/** Flat shapes as signed distances (negative inside, in pixels), which compose and give smooth edges without oversampling. */

export interface Shape {
  /** Outside these bounds nothing is drawn. */
  left: number;
  top: number;
  right: number;
  bottom: number;
  distance(x: number, y: number): number;
}

/** Math.hypot guards against overflow at a price; these numbers are small and there are millions of them. */
const length = (x: number, y: number) => Math.sqrt(x * x + y * y);

/** First-order distance to the rim: exact for circles, good near the rim of the mild ellipses of a face. */
export function ellipse(cx: number, cy: number, rx: number, ry: number): Shape {
  return {
    left: cx - rx,
    right: cx + rx,
    top: cy - ry,
    bottom: cy + ry,
    distance: (x, y) => {
      const u = (x - cx) / rx;
      const v = (y - cy) / ry;
      const radius = length(u, v);
      const gradient = length(u / rx, v / ry);
      return gradient === 0 ? -Math.min(rx, ry) : ((radius - 1) * radius) / gradient;
    },
  };
}

export function roundedBox(cx: number, cy: number, halfWidth: number, halfHeight: number, radius: number): Shape {
  return {
    left: cx - halfWidth,
    right: cx + halfWidth,
    top: cy - halfHeight,
    bottom: cy + halfHeight,
    distance: (x, y) => {
      const dx = Math.abs(x - cx) - halfWidth + radius;
      const dy = Math.abs(y - cy) - halfHeight + radius;
      return length(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
    },
  };
}

/** A line with round ends. */
export function stroke(x1: number, y1: number, x2: number, y2: number, width: number): Shape {
  const half = width / 2;
  const dx = x2 - x1;
  const dy = y2 - y1;
  const squared = dx * dx + dy * dy;
  return {
    left: Math.min(x1, x2) - half,
    right: Math.max(x1, x2) + half,
    top: Math.min(y1, y2) - half,
    bottom: Math.max(y1, y2) + half,
    distance: (x, y) => {
      const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / squared));
      return length(x - x1 - along * dx, y - y1 - along * dy) - half;
    },
  };
}

export function union(...shapes: Shape[]): Shape {
  return {
    left: Math.min(...shapes.map(({ left }) => left)),
    right: Math.max(...shapes.map(({ right }) => right)),
    top: Math.min(...shapes.map(({ top }) => top)),
    bottom: Math.max(...shapes.map(({ bottom }) => bottom)),
    distance: (x, y) => shapes.reduce((least, shape) => Math.min(least, shape.distance(x, y)), Infinity),
  };
}

export function without(a: Shape, b: Shape): Shape {
  return { ...a, distance: (x, y) => Math.max(a.distance(x, y), -b.distance(x, y)) };
}

/** The part of the shape that another one leaves to be seen. */
export function within(shape: Shape, frame: Shape): Shape {
  return { ...shape, distance: (x, y) => Math.max(shape.distance(x, y), frame.distance(x, y)) };
}

/** The part of the shape above a horizontal line. */
export function above(shape: Shape, y0: number): Shape {
  return { ...shape, bottom: Math.min(shape.bottom, y0), distance: (x, y) => Math.max(shape.distance(x, y), y - y0) };
}

export function below(shape: Shape, y0: number): Shape {
  return { ...shape, top: Math.max(shape.top, y0), distance: (x, y) => Math.max(shape.distance(x, y), y0 - y) };
}

/** Turned about a point. @param angle in radians, clockwise on the picture; small, so that the bounds need only some room */
export function turned(shape: Shape, cx: number, cy: number, angle: number): Shape {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const room = Math.abs(sin) * (shape.right - shape.left);
  return {
    left: shape.left - room,
    right: shape.right + room,
    top: shape.top - room,
    bottom: shape.bottom + room,
    distance: (x, y) => shape.distance(cx + (x - cx) * cos + (y - cy) * sin, cy - (x - cx) * sin + (y - cy) * cos),
  };
}

/** Only the rim, of the given width. */
export function outline(shape: Shape, width: number): Shape {
  const half = width / 2;
  return {
    left: shape.left - half,
    right: shape.right + half,
    top: shape.top - half,
    bottom: shape.bottom + half,
    distance: (x, y) => Math.abs(shape.distance(x, y)) - half,
  };
}
