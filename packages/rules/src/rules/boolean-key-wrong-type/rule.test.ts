import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { booleanKeyWrongType } from './rule.ts';

testRule(booleanKeyWrongType, cases);
