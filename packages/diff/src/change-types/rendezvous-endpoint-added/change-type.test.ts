import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { rendezvousEndpointAdded } from './change-type.ts';

testChangeType(rendezvousEndpointAdded, cases);
