import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { splitChanged } from './change-type.ts';

testChangeType(splitChanged, cases);
