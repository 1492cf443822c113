import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { configFileAdded } from './change-type.ts';

testChangeType(configFileAdded, cases);
