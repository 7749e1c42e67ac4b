export { parseScenarioDocument } from '../parse-document.ts';
