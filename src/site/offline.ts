import { mkdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * Framework asks a registry for the newest version of every library that a page might use without naming it. A folder in its
 * cache answers for it. The versions are fixed, since they enter the names of its files; none of these libraries is used.
 */
const versions = [
  "@observablehq/plot@0.6.17",
  "@observablehq/sample-datasets@1.0.1",
  "apache-arrow@21.1.0",
  "arquero@8.0.3",
  "d3-dsv@3.0.1",
  "d3@7.9.0",
  "echarts@6.0.0",
  "htl@0.3.1",
  "leaflet@1.9.4",
  "lodash@4.17.21",
  "mapbox-gl@3.17.0",
  "parquet-wasm@0.7.1",
  "react-dom@19.2.3",
  "react@19.2.3",
  "topojson-client@3.1.0",
];

export async function answerForRegistry(root: string): Promise<void> {
  for (const version of versions)
    await mkdir(join(root, ".observablehq", "cache", "_npm", version), { recursive: true });
}
