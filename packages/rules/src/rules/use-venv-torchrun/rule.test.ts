import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { useVenvTorchrun } from './rule.ts';

testRule(useVenvTorchrun, cases);
