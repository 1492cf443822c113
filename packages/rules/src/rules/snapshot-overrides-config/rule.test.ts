import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { snapshotOverridesConfig } from './rule.ts';

testRule(snapshotOverridesConfig, cases);
