import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pt2FormatUnsupported } from './rule.ts';

testRule(pt2FormatUnsupported, cases);
