/** Does the host name this very machine and nothing that another machine could reach? */
export function isLoopback(host: string): boolean {
  const bare = host.toLowerCase();
  return bare === 'localhost' || bare === '::1' || bare.startsWith('127.');
}

/** Does the text mean "every address of this machine"? As the address of somebody it is none. */
export function isWildcard(host: string): boolean {
  return host === '*' || host === '0.0.0.0' || host === '::' || host === '::*';
}
