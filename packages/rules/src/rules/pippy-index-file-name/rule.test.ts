import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pippyIndexFileName } from './rule.ts';

testRule(pippyIndexFileName, cases);
