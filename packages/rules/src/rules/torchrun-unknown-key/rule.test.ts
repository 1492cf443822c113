import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { torchrunUnknownKey } from './rule.ts';

testRule(torchrunUnknownKey, cases);
