import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { asyncCommunicationEnabled } from './change-type.ts';

testChangeType(asyncCommunicationEnabled, cases);
