import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { Lang } from "../../../../src/components/figure/chart.ts";
import { impactVerdict } from "../../../../src/components/impact/impactParts.ts";
import { charts, parts } from "../../../../src/components/index.ts";
import { balances, impacts, secret, study } from "../../../fixtures/lectureRows.ts";

const { document } = parseHTML("<html></html>");
const frame = { as_of: "2026-03-02", load_id: "test", is_synthetic: true };
const at = (lang: Lang) => ({ width: 760, lang, document, frame });
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const text = (element: Element | null) => plain(element?.textContent ?? "");

const [row] = impacts as [(typeof impacts)[0]];

describe("what the lectures change", () => {
  it("is judged by the interval and by the years before, and not at all with too few schools", () => {
    expect(impactVerdict(row)).toBe("difference");
    expect(impactVerdict({ ...row, lower: -0.001 })).toBe("none_found");
    expect(impactVerdict({ ...row, pre_trend_p: 0.03 })).toBe("drifted");
    expect(impactVerdict({ ...row, is_published: false })).toBe("unknown");
  });

  it("is told with its size, its interval and what may lie behind it", () => {
    const told = (of: Partial<typeof row>, lang: Lang = "nl") =>
      text(parts.impactAnswer([{ ...row, ...of }], at(lang)));
    expect(told({})).toBe(
      "Op scholen met een gastles volgt 3,1 procentpunt meer van de meisjes STEM dan zonder te verwachten was (95%-interval: +1,9 tot +4,3). Toeval verklaart dit verschil niet. Scholen kiezen wel zelf voor een gastles: iets anders dat die scholen tegelijk deden, kan meespelen.",
    );
    expect(told({ lower: -0.01 })).toMatch(
      /Dat kan toeval zijn; een effect kleiner dan 1,7 procentpunt was met deze gegevens niet te vinden\.$/,
    );
    expect(told({ pre_trend_p: 0.01 })).toMatch(/dit verschil zegt niets over de gastlessen\.$/);
    expect(told({ is_published: false, reason: secret }, "en")).toBe(
      "What the lectures change in the choice of girls cannot be told: the group is too small.",
    );
  });

  it("is diluted in the figures of a whole school", () =>
    expect(text(parts.dilution(impacts, at("en")))).toContain(
      "at most 14% of them sat in a lecture. The smallest effect that could be found here is 1.7 percentage points over the whole school: that takes an effect of at least 12.5 percentage points on those in the lecture.",
    ));

  it("is drawn count by count, and its title counts the bands that exclude zero", () => {
    const { title, table } = charts.eventStudy.tell(study, "nl", null);
    expect(title).toBe(
      "Na de eerste gastles ligt de band bij 2 van 3 tellingen helemaal aan één kant van nul, ervoor bij 0 van 2",
    );
    expect(table.rows[2]).toEqual(["-1 (vergelijkingspunt)", "0,00", "0,00", "0,00"]);
    expect(table.rows[3]).toEqual(["0", "+2,70", "+0,90", "+4,60"]);
  });

  it("is set beside how the schools looked before", () =>
    expect(
      [...parts.balanceTable(balances, at("nl")).querySelectorAll("tbody tr")].map((line) =>
        [...line.children].map(text),
      ),
    ).toEqual([
      ["Aandeel STEM", "45,7 %", "44,5 %", "0,10", "licht verschillend"],
      ["Leerlingen", "98", "97", "−0,05", "gelijkend"],
    ]));
});
