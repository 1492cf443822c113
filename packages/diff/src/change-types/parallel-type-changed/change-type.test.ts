import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { parallelTypeChanged } from './change-type.ts';

testChangeType(parallelTypeChanged, cases);
