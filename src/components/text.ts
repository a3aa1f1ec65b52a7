const narrow = /[ijlItf.,:;'|!()\u00a0 ]/;
const wide = /[mwMW%–—@]/;

/** Width in px of a text in Source Sans 3, a little on the generous side: there is no canvas on a server to measure it. */
export const textWidth = (text: string, size = 13): number =>
  [...text].reduce(
    (sum, letter) => sum + (narrow.test(letter) ? 0.3 : wide.test(letter) ? 0.82 : /\p{Lu}/u.test(letter) ? 0.6 : 0.52),
    0,
  ) * size;

/** Places for labels on a line of the page from `low` to `high`, in the order of what they point at, at least `gap` apart. */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place || a.index - b.index);
  const step = Math.min(gap, wanted.length > 1 ? (high - low) / (wanted.length - 1) : gap);
  let floor = low;
  for (const label of order) {
    label.place = Math.max(label.place, floor);
    floor = label.place + step;
  }
  let ceiling = high;
  for (const label of order.toReversed()) {
    label.place = Math.min(label.place, ceiling);
    ceiling = label.place - step;
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
