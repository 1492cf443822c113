import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { handlerKeyIgnored } from './rule.ts';

testRule(handlerKeyIgnored, cases);
