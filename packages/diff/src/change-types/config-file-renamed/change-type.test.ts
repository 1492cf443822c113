import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { configFileRenamed } from './change-type.ts';

testChangeType(configFileRenamed, cases);
