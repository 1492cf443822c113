import { encodeUrlPath, linkDestination } from './encode-url.ts';

describe('encodeUrlPath', () => {
  test.each([
    ['serving/llama-70b/model-config.yaml', 'serving/llama-70b/model-config.yaml'],
    ['a b/(c)#1?x=y%20', 'a%20b/%28c%29%231%3Fx%3Dy%2520'],
    ['ü/中', '%C3%BC/%E4%B8%AD'],
    ['a\ud800', 'a%EF%BF%BD'],
  ])('%j', (path, url) => {
    expect(encodeUrlPath(path)).toBe(url);
  });
});

describe('linkDestination', () => {
  test.each([
    ['https://github.com/a/b/blob/c/d#L1-L2', 'https://github.com/a/b/blob/c/d#L1-L2'],
    ['https://ghe.example:8443/a?b=%20', 'https://ghe.example:8443/a?b=%20'],
    ['https://a.b/c) d"<e>', 'https://a.b/c%29%20d%22%3Ce%3E'],
    ['javascript:alert(1)', null],
    ['//a.b', null],
    ['https://', null],
    ['', null],
  ])('%j', (url, destination) => {
    expect(linkDestination(url)).toBe(destination);
  });
});
