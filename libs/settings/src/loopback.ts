/** Whether a host is this very machine, so that nobody else can listen on the way. */
export const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '::1', '[::1]'].includes(host);
