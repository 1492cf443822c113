import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { asyncHandlerRequired } from './rule.ts';

testRule(asyncHandlerRequired, cases);
