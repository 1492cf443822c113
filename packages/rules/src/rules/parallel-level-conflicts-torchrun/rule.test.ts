import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { parallelLevelConflictsTorchrun } from './rule.ts';

testRule(parallelLevelConflictsTorchrun, cases);
