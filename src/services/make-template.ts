import { templateFiles } from '../../scenarios/template/template.ts';

/** The files of a scenario folder to fill in, by name. */
export const makeTemplate = (): ReadonlyMap<string, string> => templateFiles();
