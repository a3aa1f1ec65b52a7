const narrow = /[ijlItf.,:;'|!()\u00a0 ]/;
const wide = /[mwMW%–—@]/;

/** Width in px of a text in Source Sans 3, a little on the generous side: there is no canvas on a server to measure it. */
export const textWidth = (text: string, size = 13): number =>
  [...text].reduce(
    (sum, letter) => sum + (narrow.test(letter) ? 0.3 : wide.test(letter) ? 0.82 : /\p{Lu}/u.test(letter) ? 0.6 : 0.52),
    0,
  ) * size;

/**
 * Middles for labels between `low` and `high`, near the places that they point at and in the same order, without overlap;
 * where all their heights do not fit, they come closer by the same share.
 */
export function spread(wanted: readonly number[], heights: readonly number[], low: number, high: number): number[] {
  const total = heights.reduce((sum, height) => sum + height, 0);
  const share = Math.min(1, Math.max(0, high - low) / (total || 1));
  const order = wanted
    .map((place, index) => ({ place, index, half: ((heights[index] ?? 0) * share) / 2 }))
    .sort((a, b) => a.place - b.place || a.index - b.index);
  let floor = low;
  for (const label of order) {
    label.place = Math.max(label.place, floor + label.half);
    floor = label.place + label.half;
  }
  let ceiling = high;
  for (const label of order.toReversed()) {
    label.place = Math.min(label.place, ceiling - label.half);
    ceiling = label.place - label.half;
  }
  const places = new Array<number>(wanted.length).fill(0);
  for (const { place, index } of order) places[index] = place;
  return places;
}

/** A text cut into lines no wider than `width` px; a word that is longer stands alone. */
export function wrap(text: string, width: number, size = 13): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
