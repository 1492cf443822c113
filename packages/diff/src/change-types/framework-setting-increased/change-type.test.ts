import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { frameworkSettingIncreased } from './change-type.ts';

testChangeType(frameworkSettingIncreased, cases);
