import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { frameworkChanged } from './change-type.ts';

testChangeType(frameworkChanged, cases);
