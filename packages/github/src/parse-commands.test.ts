import { isCommand, mostCommands, parseCommands } from './parse-commands.ts';

const fingerprint = '0123456789abcdef';
const approve = `/topodiff approve ${fingerprint} fine`;
const parsed = { kind: 'approve', fingerprint, reason: 'fine' };
const usage = 'write `/topodiff approve FINGERPRINT REASON`';

test.each([
  ['one line', approve, [parsed]],
  ['empty lines and three spaces before it', `\n \t\r\n   ${approve}`, [parsed]],
  [
    'several lines, until one is no command',
    `${approve}\r\n${approve}\nthanks\n${approve}`,
    [parsed, parsed],
  ],
  ['a fingerprint in capital letters', approve.replace('abcdef', 'ABCDEF'), [parsed]],
  ['a reason of several words', `${approve}   by\tme`, [{ ...parsed, reason: 'fine by me' }]],
])('%s', (_, body, commands) => {
  expect(parseCommands(body)).toEqual(commands);
  expect(isCommand(body)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['empty lines', ' \n\n'],
  ['words before it', `please ${approve}`],
  ['a line before it', `hello\n${approve}`],
  ['a quote', `> ${approve}`],
  ['code by four spaces', `    ${approve}`],
  ['code by four spaces below an empty line', `\n\n    ${approve}`],
  ['code by a tab', `\t${approve}`],
  ['code by a fence', `\`\`\`\n${approve}\n\`\`\``],
  ['code in a line', `\`${approve}\``],
  ['a longer word', approve.replace('topodiff', 'topodiffs')],
  ['other letters', approve.replace('topodiff', 'TopoDiff')],
  ['a list', `- ${approve}`],
  ['a remark that nobody sees', `<!--\n${approve}\n-->`],
])('%s gives no command', (_, body) => {
  expect([isCommand(body), parseCommands(body)]).toEqual([false, []]);
});

test('code below a command gives none', () => {
  expect(parseCommands(`${approve}\n    ${approve}`)).toEqual([parsed]);
});

test.each([
  ['/topodiff', `no command is given: ${usage}`],
  ['/topodiff revoke x', `there is no command "revoke": ${usage}`],
  [`/topodiff ${'x'.repeat(50)}`, `there is no command "${'x'.repeat(40)}": ${usage}`],
  ['/topodiff approve', `the fingerprint is not one of 16 hexadecimal digits: ${usage}`],
  [`/topodiff approve ${fingerprint}0 x`, `the fingerprint is not one of 16 hexadecimal digits: ${usage}`],
  [`/topodiff approve ${fingerprint}`, `the reason is missing: ${usage}`],
  [`/topodiff approve ${fingerprint} REASON`, '`REASON` stands for your own words: say why you approve'],
])('%s cannot be used', (body, problem) => {
  expect(parseCommands(body)).toEqual([{ kind: 'unusable', problem }]);
});

test('of many commands the first 20 are read', () => {
  const commands = parseCommands(Array.from({ length: 1700 }, () => approve).join('\n'));
  expect(commands).toEqual([
    ...Array.from({ length: mostCommands }, () => parsed),
    { kind: 'unusable', problem: 'a comment gives at most 20 commands, and the rest is not read' },
  ]);
  expect(parseCommands(Array.from({ length: 20 }, () => approve).join('\n')).length).toBe(20);
});
