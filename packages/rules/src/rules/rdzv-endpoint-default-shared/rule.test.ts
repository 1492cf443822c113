import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { rdzvEndpointDefaultShared } from './rule.ts';

testRule(rdzvEndpointDefaultShared, cases);
