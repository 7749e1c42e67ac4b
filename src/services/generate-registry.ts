import type { RegistryInput } from '../../scenarios/registry/draw-firms.ts';
import { registryFiles } from '../../scenarios/registry/registry.ts';

/** The files of a synthetic registry by name; `expansions` adds expansions.csv. */
export const generateRegistry = ({
  input,
}: {
  input: RegistryInput & { readonly expansions: boolean };
}): ReadonlyMap<string, string> => registryFiles(input);
