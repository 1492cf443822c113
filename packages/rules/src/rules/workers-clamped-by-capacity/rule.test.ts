import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { workersClampedByCapacity } from './rule.ts';

testRule(workersClampedByCapacity, cases);
