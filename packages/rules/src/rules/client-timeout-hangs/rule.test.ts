import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { clientTimeoutHangs } from './rule.ts';

testRule(clientTimeoutHangs, cases);
