import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { asyncCommunicationDisabled } from './change-type.ts';

testChangeType(asyncCommunicationDisabled, cases);
