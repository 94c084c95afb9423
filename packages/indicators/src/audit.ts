export { audit, type AuditResult, type Inferred } from './audit/audit.js';
