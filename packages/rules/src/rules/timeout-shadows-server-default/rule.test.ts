import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { timeoutShadowsServerDefault } from './rule.ts';

testRule(timeoutShadowsServerDefault, cases);
