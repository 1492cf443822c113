import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { asyncWithTorchrun } from './rule.ts';

testRule(asyncWithTorchrun, cases);
