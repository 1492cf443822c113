import { torchserve } from '@topodiff/schema';
import { upstreamPath, upstreamUrl } from './upstream-url.ts';

describe('upstreamUrl', () => {
  test('completes the tail of a frontend file and links the lines', () => {
    expect(upstreamUrl(torchserve('wlm/ModelManager.java', 'capacity', '606-631'))).toBe(
      'https://github.com/pytorch/serve/blob/62c4d6a1f/frontend/server/src/main/java/org/pytorch/serve/wlm/ModelManager.java#L606-L631',
    );
  });

  test('links one line, or the file', () => {
    const url = 'https://github.com/pytorch/serve/blob/62c4d6a1f/ts/service.py';
    expect(upstreamUrl(torchserve('ts/service.py', 'predict', '37'))).toBe(`${url}#L37`);
    expect(upstreamUrl(torchserve('ts/service.py', 'predict'))).toBe(url);
  });

  test('knows the tails of both Java modules', () => {
    expect(upstreamPath(torchserve('archive/model/ModelConfig.java', 'x'))).toBe(
      'frontend/archive/src/main/java/org/pytorch/serve/archive/model/ModelConfig.java',
    );
    expect(upstreamPath(torchserve('ModelServer.java', 'x'))).toBe(
      'frontend/server/src/main/java/org/pytorch/serve/ModelServer.java',
    );
    expect(upstreamPath(torchserve('docs/large_model_inference.md', 'x'))).toBe(
      'docs/large_model_inference.md',
    );
  });
});
