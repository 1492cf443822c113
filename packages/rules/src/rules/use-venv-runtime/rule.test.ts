import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { useVenvRuntime } from './rule.ts';

testRule(useVenvRuntime, cases);
