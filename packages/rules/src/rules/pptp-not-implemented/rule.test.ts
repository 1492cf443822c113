import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pptpNotImplemented } from './rule.ts';

testRule(pptpNotImplemented, cases);
