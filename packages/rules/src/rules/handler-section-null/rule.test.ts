import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { handlerSectionNull } from './rule.ts';

testRule(handlerSectionNull, cases);
