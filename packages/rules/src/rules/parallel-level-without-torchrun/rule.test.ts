import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { parallelLevelWithoutTorchrun } from './rule.ts';

testRule(parallelLevelWithoutTorchrun, cases);
