import { catalogue } from '@strapetsi/indicators';
import type { Definition, DimensionId } from '@strapetsi/indicators';

/** The indicators that the command line can calculate and publish. */
export const definitions: readonly Definition[] = catalogue;

export function definitionOf(id: string): Definition | undefined {
  return definitions.find((definition) => definition.id === id);
}

/** A name as a sentence of its own: names such as "20.9." end in a full stop already. */
export function sentence(name: string): string {
  return name.endsWith('.') ? name : `${name}.`;
}

/** Ids of the members of a dimension where the definition itself says them; of schools and the like only the records do. */
export function membersOf(definition: Definition, id: DimensionId): readonly string[] | undefined {
  const from = definition.dimensions.find((dimension) => dimension.id === id)?.from;
  if (from === 'checkpoints') {
    const months = definition.rules
      .flatMap(({ steps }) => steps)
      .flatMap((step) => ('checkpoints' in step ? step.checkpoints.months : []));
    return [...new Set(months.map((month) => String(month).padStart(2, '0'))), 'latest'];
  }
  if (typeof from !== 'object') return undefined;
  if ('codes' in from)
    return [...from.members, ...(from.others === undefined ? [] : [from.others])].map((member) => member.id);
  if ('number' in from) return from.members.map((member) => member.id);
  return 'groups' in from ? from.groups.map((group) => group.id) : undefined;
}
