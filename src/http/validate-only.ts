import { z } from '@hono/zod-openapi';

/** The parameter of what can be tried without effect. */
export const validateOnly = z
  .enum(['true', 'false'], 'true or false')
  .transform((word) => word === 'true')
  .optional()
  .openapi({ type: 'boolean', default: false, description: 'Everything is checked and told, and nothing is kept' });
