/**
 * A personal value: text when it is decided, sealed when it comes back from the log. Nothing in this library looks inside a
 * sealed one.
 */
export type Personal = string | { readonly sealed: string; readonly place: string };
