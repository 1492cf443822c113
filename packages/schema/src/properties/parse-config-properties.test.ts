import { parseConfigProperties } from './parse-config-properties.ts';

describe('parseConfigProperties', () => {
  test('reads the three separators, comments, joined lines and escapes as Java does', () => {
    const { entries } = parseConfigProperties(
      '# comment\n! also\n\na=1\nb : 2\nc 3\n  d\t=\t4 \ne=one\\\n    two\nf\\=\\ g=x\\u0041\\ty\nempty\n=nameless\nurl=http://x:80/#y\n',
    );
    expect([...entries.values()].map(({ key, value }) => [key, value])).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['d', '4 '],
      ['e', 'onetwo'],
      ['f= g', 'xA\ty'],
      ['empty', ''],
      ['', 'nameless'],
      ['url', 'http://x:80/#y'],
    ]);
  });

  test('the last of equal keys wins, and its place is the one that is told', () => {
    const properties = parseConfigProperties('number_of_gpu=2\r\nnumber_of_gpu=4\r\n');
    expect(properties.numberOfGpu).toBe(4);
    expect(properties.entries.get('number_of_gpu')?.range).toEqual({
      start: { offset: 17, line: 2, column: 1 },
      end: { offset: 32, line: 2, column: 16 },
    });
  });

  test('types the numbers that decide a launch', () => {
    const properties = parseConfigProperties(
      'number_of_gpu=4\ndefault_workers_per_model=3\njob_queue_size=50\ndefault_response_timeout=55\ndefault_startup_timeout=66\ninitial_worker_port=9100\ninitial_distribution_port=29600\n',
    );
    const { entries: _entries, ...typed } = properties;
    expect(typed).toEqual({
      numberOfGpu: 4,
      defaultWorkersPerModel: 3,
      jobQueueSize: 50,
      defaultResponseTimeout: 55,
      defaultStartupTimeout: 66,
      initialWorkerPort: 9100,
      initialDistributionPort: 29600,
      models: [],
      problems: [],
    });
  });

  test.each(['four', '', '4 ', '4.0', '0x4', '99999999999', '2147483648'])(
    'a number that Java cannot read is a problem: %j',
    (value) => {
      const properties = parseConfigProperties(`number_of_gpu=${value}`);
      expect(properties.numberOfGpu).toBeUndefined();
      expect(properties.problems.map((problem) => [problem.code, problem.range.start.line])).toEqual([
        ['not-a-number', 1],
      ]);
    },
  );

  test('a broken escape is a problem and hides nothing else', () => {
    const properties = parseConfigProperties('a=\\u12\njob_queue_size=7');
    expect(properties.jobQueueSize).toBe(7);
    expect(properties.problems.map((problem) => problem.code)).toEqual(['malformed-escape']);
  });

  test('reads the models JSON over joined lines, and lists the keys that TorchServe drops', () => {
    const { models, problems } = parseConfigProperties(
      'models={\\\n  "g": {\\\n    "1.0": {"minWorkers": 2, "maxWorkers": ["3"], "batchSize": 4.0, "deviceIds": [1], "runtimeType": "python"}\\\n  }\\\n}',
    );
    expect(problems).toEqual([]);
    expect(models).toEqual([
      {
        modelName: 'g',
        modelVersion: '1.0',
        minWorkers: 2,
        maxWorkers: 3,
        batchSize: 4,
        runtimeType: 'python',
        unreadable: [],
        unknownKeys: ['deviceIds'],
      },
    ]);
  });

  test.each(['models={', 'models=[1]', 'models=null'])('%s is a problem', (text) => {
    expect(parseConfigProperties(text).problems.map((problem) => problem.code)).toEqual(['models-not-json']);
  });

  test('an empty list of models passes, as in TorchServe', () => {
    expect(parseConfigProperties('models=[]')).toMatchObject({ models: [], problems: [] });
  });

  test('keeps the snapshot as text', () => {
    const text = "{'models':{}}";
    expect(parseConfigProperties(`model_snapshot=${text}`)).toMatchObject({
      modelSnapshot: text,
      problems: [],
    });
  });

  test.each(['{', '[]', 'null', '', '{"name":"x"}'])('a snapshot %j stops the server', (text) => {
    const { problems } = parseConfigProperties(`model_snapshot=${text}`);
    expect(problems.map(({ code, stopsSince }) => [code, stopsSince])).toEqual([
      ['snapshot-not-json', '0.8.0'],
    ]);
  });

  test('a byte order mark hides the first key from TorchServe, which is told', () => {
    const properties = parseConfigProperties('\ufeffnumber_of_gpu=1\njob_queue_size=7');
    expect(properties.numberOfGpu).toBeUndefined();
    expect(properties.jobQueueSize).toBe(7);
    expect(properties.problems.map(({ code, stopsSince }) => [code, stopsSince])).toEqual([
      ['byte-order-mark', undefined],
    ]);
    expect(parseConfigProperties('\ufeff# comment\nnumber_of_gpu=1')).toMatchObject({
      numberOfGpu: 1,
      problems: [],
    });
  });

  test('a value of an environment variable counts as not set, and does not stop the server', () => {
    const properties = parseConfigProperties('number_of_gpu=$$GPUS$$\nmodels=$$MODELS$$\nx=$$Y$$');
    expect(properties.numberOfGpu).toBeUndefined();
    expect(properties.problems.map(({ code, stopsSince }) => [code, stopsSince])).toEqual([
      ['environment-variable', undefined],
      ['environment-variable', undefined],
    ]);
    expect(parseConfigProperties('number_of_gpu=$$$$').problems[0]?.code).toBe('not-a-number');
  });

  test('zeros before a number do not make it too long for Java', () => {
    expect(parseConfigProperties('number_of_gpu=000000000000004').numberOfGpu).toBe(4);
  });

  test('default_startup_timeout stops only the releases that read it', () => {
    const [problem] = parseConfigProperties('default_startup_timeout=x').problems;
    expect(problem?.stopsSince).toBe('0.12.0');
  });
});

describe('the models property, as Gson reads it', () => {
  const settingsOf = (json: string) => {
    const { models, problems } = parseConfigProperties(`models=${json}`);
    return { model: models[0], problems: problems.map(({ code, stopsSince }) => [code, stopsSince]) };
  };

  test.each([
    "{'g':{'1.0':{'batchSize':4}}}",
    '{g:{"1.0":{batchSize:4}}}',
    '{"g"={"1.0"=>{"x"=1;"batchSize"=4}}}',
    '{"g":{"1.0":{/* x */"batchSize":04}}}',
    '{"g":{"1.0":{"batchSize":[["4"]]}}} ',
    '{"g":{"1.0":{"batchSize":1,"batchSize":4}}}',
    '{"\\u0067":{"1.0":{"batchSize":4294967300}}}',
    '{"g":{"1.0":{"x":[,null,{}],"batchSize":0.45e1}}}',
  ])('%s', (json) => {
    expect(settingsOf(json)).toMatchObject({ model: { modelName: 'g', batchSize: 4 }, problems: [] });
  });

  test.each([
    '{"g":{"1.0":{"batchSize":4,}}}',
    '{"g":{"1.0":{"batchSize":4}}} x',
    '{"g":{"1.0":{"batchSize":4}}',
    '{"g":1}',
    '{"g":{"1.0":null}}',
    '{"g":{"1.0":[]}}',
    '{"g":{},"g":{}}',
    '{"g":{"1.0":{},"1.0":{}}}',
    '{"g":{"1.0":{"a":"x}}}',
    `${'['.repeat(5_000)}`,
    '',
  ])('%.40s stops the server', (json) => {
    expect(settingsOf(json)).toEqual({ model: undefined, problems: [['models-not-json', '0.8.0']] });
  });

  test.each(['"x"', 'null', 'true', '{}', '"4.0"', '""', '"3000000000"'])(
    'a number that is %s stops only who needs it',
    (value) => {
      expect(settingsOf(`{"g":{"1.0":{"batchSize":${value},"minWorkers":2}}}`)).toMatchObject({
        model: { unreadable: ['batchSize'], minWorkers: 2 },
        problems: [['not-a-number', undefined]],
      });
    },
  );

  test('a list of several counts as not set', () => {
    const { model, problems } = settingsOf('{"g":{"1.0":{"batchSize":[3,4],"maxWorkers":[]}}}');
    expect(model).toEqual({ modelName: 'g', modelVersion: '1.0', unreadable: [], unknownKeys: [] });
    expect(problems).toEqual([]);
  });
});
