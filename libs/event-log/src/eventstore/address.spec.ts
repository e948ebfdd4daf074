import { readAddress } from './address.js';

describe('the address of a store', () => {
  test('names hosts, user and password, and how to speak', () => {
    expect(readAddress('esdb://me:a%3Ab%40c:d@node1:2114,node2?tls=false&NodePreference=readonlyreplica&keepAliveInterval=-1')).toEqual({
      hosts: [
        { address: 'node1', port: 2114 },
        { address: 'node2', port: 2113 },
      ],
      discover: true,
      channel: { insecure: true },
      credentials: { username: 'me', password: 'a:b@c:d' },
      tuning: { nodePreference: 'read_only_replica', keepAliveInterval: -1 },
    });
  });

  test.each(['esdb', 'kurrentdb', 'kurrent', 'kdb'])('may begin with %s', (scheme) => {
    expect(readAddress(`${scheme}://127.0.0.1`)).toMatchObject({ discover: false, channel: { insecure: false }, credentials: undefined });
    expect(readAddress(`${scheme}+discover://[::1]:2113/`)).toMatchObject({ discover: true, hosts: [{ address: '[::1]', port: 2113 }] });
  });

  test.each([
    ['http://node1:2113', 'must look like'],
    ['node1:2113', 'must look like'],
    ['esdb://', 'must look like'],
    ['esdb://me:secret@', 'must look like'],
    ['esdb://me:secret@node 1', 'a host must look like'],
    ['esdb://me:secret@node1:2113:2114', 'a host must look like'],
    ['esdb://me:secret@node1,,node2', 'a host must look like'],
    ['esdb://me:secret@node1:0', 'a port is a number'],
    ['esdb://me:secret@node1:70000', 'a port is a number'],
    ['esdb://secret@node1', 'user:password'],
    ['esdb://:secret@node1', 'user:password'],
    ['esdb://me:secret%@node1', 'must be written as %25'],
    ['esdb://me:secret@node1?tls=no', 'tls must be true or false'],
    ['esdb://me:secret@node1?tls=false&TLS=true', 'it says tls twice'],
    ['esdb://me:secret@node1?tlsVerifyCert=false', 'it has no option "tlsVerifyCert"'],
    ['esdb://me:secret@node1?tlsCAFile=no-such-file.pem', 'tlsCAFile cannot be read: ENOENT'],
    ['esdb://me:secret@node1?userCertFile=package.json', 'belong together'],
    ['esdb://me:secret@node1?keepAliveTimeout=soon', 'keepAliveTimeout must be a whole number'],
    ['esdb://me:secret@node1?nodePreference=any', 'nodePreference must be one of'],
  ])('%s is refused in words, without what may be secret', (url, words) => {
    expect(() => readAddress(url)).toThrow(words);
    expect(() => readAddress(url)).not.toThrow('secret@');
  });
});
