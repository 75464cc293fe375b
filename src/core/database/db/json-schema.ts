// Schemas of JSON that a domain's type describes. The type is the source: the compiler refuses a schema that says more or
// less than it.
import type { z } from 'zod';

/** A type with every property readonly and intersections made one, so that two that say the same are the same. */
type Plain<T> = T extends object ? { readonly [Key in keyof T]: Plain<T[Key]> } : T;

type Same<One, Other> =
  (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? unknown : never;

/** `schemaOf<Route>()(z.object({ … }))`: the schema of exactly that type. */
export function schemaOf<T>() {
  return <S extends z.ZodType<T>>(schema: S & Same<Plain<z.output<S>>, Plain<T>>): z.ZodType<T> =>
    schema;
}
