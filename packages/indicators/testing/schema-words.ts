/**
 * The words of `src/shape/shape.ts`, in which shapes are told, as words that write JSON Schema (draft 2020-12) instead of checking. A test
 * puts them in the place of the others, so that a shape is told once and a page that reads a table carries nothing of this.
 */
export interface Written {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly isOptional?: true;
}

type Fields = Readonly<Record<string, Written>>;

export const text: Written = { schema: { type: 'string' } };
export const number: Written = { schema: { type: 'number' } };
export const boolean: Written = { schema: { type: 'boolean' } };
export const isoDate: Written = { schema: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } };

export const oneOf = (...allowed: readonly (string | number)[]): Written => ({
  schema: allowed.length === 1 ? { const: allowed[0] } : { enum: allowed },
});

export const optional = ({ schema }: Written): Written => ({ schema, isOptional: true });

export const list = ({ schema }: Written): Written => ({ schema: { type: 'array', items: schema } });

export const record = ({ schema }: Written): Written => ({ schema: { type: 'object', additionalProperties: schema } });

function fieldsOf(fields: Fields): Readonly<Record<string, unknown>> {
  const all = Object.entries(fields);
  const required = all.flatMap(([name, { isOptional }]) => (isOptional === true ? [] : [name]));
  return {
    properties: Object.fromEntries(all.map(([name, { schema }]) => [name, schema])),
    ...(required.length === 0 ? {} : { required }),
  };
}

export const object = (fields: Fields): Written => ({ schema: { type: 'object', ...fieldsOf(fields) } });

/** Each kind with its status: the first one that has it is the only one that can fit. */
export const byStatus = (kinds: Fields): Written => ({
  schema: {
    type: 'object',
    required: ['status'],
    oneOf: Object.entries(kinds).map(([kind, { schema }]) => {
      const { properties = {}, required = [] } = schema as { properties?: object; required?: readonly string[] };
      return {
        properties: { ...properties, status: { const: kind } },
        required: ['status', ...required.filter((name) => name !== 'status')],
      };
    }),
  },
});
