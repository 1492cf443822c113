import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { rendezvousBackendChanged } from './change-type.ts';

testChangeType(rendezvousBackendChanged, cases);
