import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { parallelLevelWithTorchrun } from './rule.ts';

testRule(parallelLevelWithTorchrun, cases);
