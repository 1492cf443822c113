import { decodeInputs, inputNames } from './inputs.ts';
import { outputNames } from './outputs.ts';
import { readActionMetadata } from './testing/read-action-metadata.ts';

const metadata = readActionMetadata();

test('action.yml declares the inputs that are read', () => {
  expect([...metadata.inputs.keys()]).toEqual([...inputNames]);
});

test('action.yml declares the outputs that are written', () => {
  expect(metadata.outputs).toEqual([...outputNames]);
});

test('the defaults of action.yml are what an empty input means', () => {
  const fromMetadata = decodeInputs((name) => metadata.inputs.get(name)?.default ?? '');
  const fromNothing = decodeInputs((name) => (name === 'github-token' ? '${{ github.token }}' : ''));
  expect(fromMetadata).toEqual(fromNothing);
  expect(fromMetadata.kind).toBe('inputs');
});
