import { expect, it } from "vitest";
import { METRIC_DEFINITIONS } from "../../../../loaders/formats/campaigns/metricDefinitions.ts";
import { contractOf } from "../shapeTable.ts";

it("every definition has its own id, and a channel and metric of the contract", () => {
  const { columns } = contractOf("campaign_metrics");
  const ids = METRIC_DEFINITIONS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, channel, metric } of METRIC_DEFINITIONS) {
    expect(columns.metric_definition?.cell.zod.safeParse(id).success).toBe(true);
    expect(columns.channel?.cell.zod.parse(channel)).toBe(channel);
    expect(columns.metric?.cell.zod.parse(metric)).toBe(metric);
  }
});
