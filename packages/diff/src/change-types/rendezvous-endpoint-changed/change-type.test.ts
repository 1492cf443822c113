import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { rendezvousEndpointChanged } from './change-type.ts';

testChangeType(rendezvousEndpointChanged, cases);
