import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { torchrunWithoutParallelType } from './rule.ts';

testRule(torchrunWithoutParallelType, cases);
