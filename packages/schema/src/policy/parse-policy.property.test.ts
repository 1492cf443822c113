import { hostileStrings } from '@topodiff/testkit';
import fc from 'fast-check';
import { parsePolicy } from './parse-policy.ts';

const policy = `torchserve: 0.12.0
rules:
  nproc-one: off
hosts:
  - name: h100x8
    paths: &p [serving/**]
    gpus: 8
accepted:
  - rule: nproc-one
    paths: *p
    reason: so
    owner: alice
    until: 2027-01-31
approvals:
  require: [more-gpus]
  owners: ["@acme/ml"]
`;

const pieces = [
  '\t',
  '\n',
  '\r',
  ': ',
  '- ',
  '"',
  '{',
  '[',
  ']',
  '&a ',
  '*a',
  '*p',
  '<<: ',
  '!!int ',
  '|',
  '\0',
];

/** A policy with a piece cut out of it and another one put in. */
const damaged = fc
  .tuple(
    fc.nat(policy.length),
    fc.nat(20),
    fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...hostileStrings.map(({ text }) => text))),
  )
  .map(([at, length, piece]) => `${policy.slice(0, at)}${piece}${policy.slice(at + length)}`);

test('no text makes the reader throw, and every problem has a place in the text', () => {
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string({ unit: 'binary' }), fc.json()), (text) => {
      const reading = parsePolicy(text);
      if (reading.kind === 'policy') return;
      expect(reading.problems.length).toBeGreaterThan(0);
      const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
      for (const { line, column, message } of reading.problems) {
        expect(message).not.toBe('');
        expect(message).not.toMatch(/[\r\n]/);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('a hostile key or value is a problem or kept as it is, and reaches no prototype', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('__proto__', 'constructor', 'toString', ...hostileStrings.map(({ text }) => text)),
      (text) => {
        const reading = parsePolicy(JSON.stringify({ rules: { [text]: 'off' } }));
        expect({}).not.toHaveProperty('polluted');
        if (reading.kind === 'policy') expect(Object.entries(reading.policy.rules)).toEqual([[text, 'off']]);
      },
    ),
  );
  const nested = parsePolicy('rules:\n  __proto__:\n    polluted: off\n');
  expect(nested.kind).toBe('invalid');
  expect({}).not.toHaveProperty('polluted');
});
