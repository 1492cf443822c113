import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { ppGroupSizeUnused } from './rule.ts';

testRule(ppGroupSizeUnused, cases);
