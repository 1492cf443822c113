import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { rdzvEndpointShared } from './rule.ts';

testRule(rdzvEndpointShared, cases);
