import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { workersUnsetUsesAll } from './rule.ts';

testRule(workersUnsetUsesAll, cases);
