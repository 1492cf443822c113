import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { keyExplicitNull } from './rule.ts';

testRule(keyExplicitNull, cases);
