import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { customRequiresAsync } from './rule.ts';

testRule(customRequiresAsync, cases);
