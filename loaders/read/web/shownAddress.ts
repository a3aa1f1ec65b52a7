/** A day, a school year or a month: it tells two exports apart, and is no secret. */
const TIME = /^20\d\d(-20\d\d|[-_.]?(0[1-9]|1[0-2])([-_.]?(0[1-9]|[12]\d|3[01]))?)$/;

/** An address without what may be secret in it: a name, a password, and what is asked for, of which only the names and days are left. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address.replace(/[?#].*$/s, "");
  const { origin, pathname, search } = new URL(address);
  const asked = search
    .slice(1)
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const [name = "", ...value] = part.split("=");
      if (value.length === 0) return TIME.test(name) ? name : "…";
      return `${name}=${value.join("=") === "" || TIME.test(value.join("=")) ? value.join("=") : "…"}`;
    });
  return `${origin}${pathname}${asked.length > 0 ? `?${asked.join("&")}` : ""}`;
}

/** The same, with a number where an address before it in the list looks alike: two sources that ask other things are two files. */
export function shownAmong(address: string, addresses: readonly string[]): string {
  const shown = shownAddress(address);
  const alike = [...new Set(addresses)].filter((other) => shownAddress(other) === shown);
  const place = alike.indexOf(address);
  return place > 0 ? `${shown} (${place + 1})` : shown;
}
