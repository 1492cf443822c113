import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { plainWorkerNotIsolated } from './rule.ts';

testRule(plainWorkerNotIsolated, cases);
