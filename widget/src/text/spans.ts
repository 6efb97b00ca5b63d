/** Findings point into a text by Unicode code points; strings here count UTF-16 units. This turns one into the other. */

export interface Span {
  start: number;
  end: number;
}

export interface Piece<T> {
  text: string;
  within: T[];
}

/** Cuts `text` at the bounds of the spans (in code points); each piece tells the spans that it lies within. */
export function pieces<T extends Span>(text: string, spans: readonly T[]): Piece<T>[] {
  const points = [...text];
  const whole = spans.map((span) => ({ span, start: clamp(span.start, points.length), end: clamp(span.end, points.length) }));
  const bounds = new Set([0, points.length, ...whole.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...bounds].sort((a, b) => a - b);
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    return {
      text: points.slice(start, end).join(''),
      within: whole.filter((w) => w.start <= start && end <= w.end && w.start < w.end).map((w) => w.span),
    };
  });
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
