import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { unknownTopLevelKey } from './rule.ts';

testRule(unknownTopLevelKey, cases);
