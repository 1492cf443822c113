import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { customWithTorchrun } from './rule.ts';

testRule(customWithTorchrun, cases);
