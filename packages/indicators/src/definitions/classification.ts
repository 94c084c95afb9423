import type { DataText } from '@strapetsi/text';

/**
 * Codes put into classes by a list with a version, such as fields of education, types of qualification or cost groups. Data that a
 * run brings along: an aggregate says which version it used.
 */
export interface Classification {
  /** As definitions name it: `field`, `qualificationType`. */
  readonly id: string;
  readonly version: string;
  readonly label: DataText;
  readonly classes: readonly { readonly id: string; readonly label: DataText }[];
  /** Class by code. */
  readonly codes: Readonly<Record<string, string>>;
}
