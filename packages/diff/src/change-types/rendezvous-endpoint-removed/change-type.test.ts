import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { rendezvousEndpointRemoved } from './change-type.ts';

testChangeType(rendezvousEndpointRemoved, cases);
