import { describe, expect, it } from "vitest";
import { shownAddress, shownAmong } from "../../../../loaders/read/web/shownAddress.ts";

describe("shownAddress(address)", () => {
  const addresses: [string, string, string][] = [
    ["nothing that is asked for", "http://a.be/x.csv?token=geheim", "http://a.be/x.csv?token=…"],
    ["each name", "http://a.be/x.csv?a=1&token=ge=heim&b=", "http://a.be/x.csv?a=…&token=…&b="],
    ["no query without a name", "http://a.be/x.csv?geheim", "http://a.be/x.csv?…"],
    ["no name, password or fragment", "https://ik:geheim@a.be/x.csv#geheim", "https://a.be/x.csv"],
    [
      "a day and a school year",
      "http://a.be/x?d=2026-03-02&s=2025-2026&k=20x",
      "http://a.be/x?d=2026-03-02&s=2025-2026&k=…",
    ],
    ["a plain address as it is", "https://a.be/map/x.csv", "https://a.be/map/x.csv"],
    ["the start of what is no address", "http://?token=geheim", "http://"],
  ];
  for (const [what, address, shown] of addresses) it(`shows ${what}`, () => expect(shownAddress(address)).toBe(shown));
  it("numbers addresses that look alike and are not the same", () => {
    const all = ["http://a.be/x?k=1", "http://a.be/y?k=1", "http://a.be/x?k=2", "http://a.be/x?k=2"];
    expect(all.map((address) => shownAmong(address, all))).toEqual([
      "http://a.be/x?k=…",
      "http://a.be/y?k=…",
      "http://a.be/x?k=… (2)",
      "http://a.be/x?k=… (2)",
    ]);
  });
});
