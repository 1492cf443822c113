import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { useVenvWithoutInstall } from './rule.ts';

testRule(useVenvWithoutInstall, cases);
