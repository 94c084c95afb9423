/** What the tests use of jsonstat-toolkit 2.2.2, which has no types of its own. */
declare module 'jsonstat-toolkit' {
  export interface ToolkitCategory {
    readonly label: string;
    readonly index: number;
    /** Members that it consists of. */
    readonly id: readonly string[] | null;
    readonly unit: Readonly<Record<string, unknown>> | null;
  }
  export interface ToolkitDimension {
    readonly id: readonly string[];
    readonly label: string | null;
    readonly role: string | null;
    Category(id: string): ToolkitCategory;
  }
  export interface ToolkitDataset {
    readonly class: string;
    readonly id: readonly string[];
    readonly size: readonly number[];
    readonly label: string | null;
    readonly source: string | null;
    /** Number of cells. */
    readonly n: number;
    Dimension(id: string): ToolkitDimension;
    Data(cell: Readonly<Record<string, string>>): { readonly value: unknown; readonly status: string | null };
  }
  const JSONstat: (response: unknown) => ToolkitDataset;
  export default JSONstat;
}
