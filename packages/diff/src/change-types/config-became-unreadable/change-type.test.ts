import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { configBecameUnreadable } from './change-type.ts';

testChangeType(configBecameUnreadable, cases);
