import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { continuousBatchingEnabled } from './change-type.ts';

testChangeType(continuousBatchingEnabled, cases);
