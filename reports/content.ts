/** A report before it is set: its title, what the Typst template reads as `data.json`, and its pictures by file name. */
export interface ReportContent {
  title: string;
  data: object;
  pictures: Record<string, string>;
}
