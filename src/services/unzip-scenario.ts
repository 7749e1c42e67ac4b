import type { Checked } from '../../scenarios/domain/input-problem.ts';
import { unzipFolder, type ZipLimits } from '../../scenarios/wire/zip/unzip-folder.ts';

/** The files of a zipped scenario or registry folder by name, for {@link readScenario}; or every problem of the zip. */
export const unzipScenario = ({
  input,
}: {
  input: { readonly zip: Uint8Array; readonly limits?: ZipLimits };
}): Checked<ReadonlyMap<string, Uint8Array>> => unzipFolder(input.zip, input.limits);
