import { LEGAL_FORM_NAMES } from '../domain/legal-forms.ts';
import { filledSetOf, identifier, oneOf, positiveFraction, wholeFrom } from './fields.ts';

const count = wholeFrom(0, 1_000_000).exactOptional();

/** The parameters of the rules on who is in a consortium and where its work and money go, without what all rules have. */
export const CONSORTIUM_PARAMETERS = {
  'group-count': {
    by: oneOf(['category', 'country', 'region', 'group', 'tag']),
    value: identifier.exactOptional(),
    min: count,
    max: count,
  },
  'region-share-cap': {
    level: oneOf(['country', 'NUTS2', 'NUTS3']),
    max: positiveFraction,
  },
  'content-share': {
    of: filledSetOf(identifier),
    min: positiveFraction,
    by: oneOf(['value', 'volume']).default('value'),
  },
  'dependency-cap': { max: positiveFraction },
  'legal-form': { form: oneOf(LEGAL_FORM_NAMES) },
} as const;
