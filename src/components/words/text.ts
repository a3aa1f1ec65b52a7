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

/** No word is drawn wider than this in px, which the longest compounds are not; a table has it whole. */
const WIDEST_WORD = 240;

/** As much of a word as fits, with an ellipsis for the rest. */
function cut(word: string, width: number, size: number): string {
  if (textWidth(word, size) <= width) return word;
  const letters = [...word];
  let kept = letters.length;
  while (kept > 1 && textWidth(`${letters.slice(0, kept).join("")}…`, size) > width) kept -= 1;
  return `${letters.slice(0, kept).join("")}…`;
}

/** A text cut into lines no wider than `width` px; a word that is longer stands alone, and one that no picture holds ends in an ellipsis. */
export function wrap(text: string, width: number, size = 13): string[] {
  const lines: string[] = [];
  for (const long of text.split(" ")) {
    const word = cut(long, Math.max(width, WIDEST_WORD), size);
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
