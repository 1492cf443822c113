import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { settingBecameEffective } from './change-type.ts';

testChangeType(settingBecameEffective, cases);
