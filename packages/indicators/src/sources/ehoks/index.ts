export { readPlans, type PlanSummary, type ReadPlansOptions } from './read.js';
export { createPlanJoin, joinPlans, type JoinPlansOptions, type PlanJoin, type PlanJoinSummary } from './join.js';
export type { PlanRecord, PlanWorkplace } from './plan-record.js';
export { looksLikePlans } from './recognise.js';
export { planFindings, type PlanFindingCode } from './findings.js';
