import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pt2CompileEnableMissing } from './rule.ts';

testRule(pt2CompileEnableMissing, cases);
