import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { nprocPerNodeInvalid } from './rule.ts';

testRule(nprocPerNodeInvalid, cases);
