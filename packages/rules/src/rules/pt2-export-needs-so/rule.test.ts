import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pt2ExportNeedsSo } from './rule.ts';

testRule(pt2ExportNeedsSo, cases);
