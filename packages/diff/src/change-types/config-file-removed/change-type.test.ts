import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { configFileRemoved } from './change-type.ts';

testChangeType(configFileRemoved, cases);
