import { version } from '../../package.json';
import { createApp } from '../http/app.ts';

/** The edge entry: Cloudflare Workers calls `fetch` of the default export. */
export default createApp(version);
