import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pt2CompileAndExport } from './rule.ts';

testRule(pt2CompileAndExport, cases);
