import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { continuousBatchingDisabled } from './change-type.ts';

testChangeType(continuousBatchingDisabled, cases);
