/** Which addresses there are, and with which methods, so that a wrong method is told from a wrong address. */
export class KnownPaths {
  private readonly routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];
  /** What browsers and programs of today ask with, whether or not there is a use for it here. */
  private readonly methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

  add(url: string, method: string | readonly string[]): void {
    const pattern = new RegExp(
      `^${url
        .replace(/[.+()]/g, String.raw`\$&`)
        .replace(/:\w+/g, '[^/]+')
        .replace('*', '.*')}$`,
    );
    this.routes.push({ pattern, methods: [method].flat() });
  }

  methodsAt(path: string): string[] {
    const found = this.routes.filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => methods))].sort();
  }

  isMethod(method: string): boolean {
    return this.methods.has(method);
  }
}
