import { parseDeepspeedConfig } from './parse-deepspeed-config.ts';

describe('parseDeepspeedConfig', () => {
  test('finds the tensor parallel size and its place', () => {
    const config = parseDeepspeedConfig(
      '{\n  "dtype": "fp16",\n  "tensor_parallel": {\n    "tp_size": 4\n  }\n}\n',
    );
    expect(config.tensorParallelSize).toBe(4);
    expect(config.tensorParallelRange.start).toEqual({ offset: 48, line: 4, column: 5 });
    expect(config.problems).toEqual([]);
  });

  test('knows the older name', () => {
    expect(parseDeepspeedConfig('{"mp_size": 2}').tensorParallelSize).toBe(2);
  });

  test('a file that does not say has no size and no problem', () => {
    expect(parseDeepspeedConfig('{"tensor_parallel": {"enabled": true}}')).toMatchObject({ problems: [] });
    expect(parseDeepspeedConfig('{}').tensorParallelSize).toBeUndefined();
  });

  test.each([
    ['{"a": }', 'not-json'],
    ['', 'not-json'],
    ['[1]', 'not-an-object'],
    ['{"tensor_parallel": {"tp_size": "4"}}', 'not-a-number'],
    ['{"tensor_parallel": {"tp_size": 4.5}}', 'not-a-number'],
  ])('%s is the problem %s', (text, code) => {
    expect(parseDeepspeedConfig(text).problems.map((problem) => problem.code)).toEqual([code]);
  });
});
