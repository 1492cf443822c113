import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { torchrunInertKey } from './rule.ts';

testRule(torchrunInertKey, cases);
