import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { configBecameReadable } from './change-type.ts';

testChangeType(configBecameReadable, cases);
