import { z } from "zod";
import { broadcasts, events, press } from "../campaigns/events.ts";
import { girlsReach, grossReach, waveReach } from "../campaigns/reach.ts";
import { BroadcastRow, EventRow, GirlsReachRow, PressRow, ReachRow, WaveRow } from "../campaigns/rows.ts";
import type { PageData } from "../pageData.ts";
import { Frame, section } from "../rows.ts";
import { frame } from "../sections.ts";

export const campaigns: PageData = {
  name: "campaigns",
  schema: z.strictObject({
    frame: Frame,
    sections: z.strictObject({
      girls: section(GirlsReachRow),
      waves: section(WaveRow),
      reach: section(ReachRow),
      events: section(EventRow),
      broadcasts: section(BroadcastRow),
      press: section(PressRow),
    }),
  }),
  load: async (gate) => ({
    frame: await frame(gate),
    sections: {
      girls: await girlsReach(gate),
      waves: await waveReach(gate),
      reach: await grossReach(gate),
      events: await events(gate),
      broadcasts: await broadcasts(gate),
      press: await press(gate),
    },
  }),
};
