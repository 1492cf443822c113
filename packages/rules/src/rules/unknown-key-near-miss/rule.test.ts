import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { unknownKeyNearMiss } from './rule.ts';

testRule(unknownKeyNearMiss, cases);
