import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { maxWorkersUnreachable } from './rule.ts';

testRule(maxWorkersUnreachable, cases);
