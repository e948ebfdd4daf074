/**
 * What every object, or every class, answers to by itself, as `constructor`, `__proto__` or `prototype`: no field is called so, and looking one up
 * would find something. Nest takes some of them away before it looks for fields that there are not.
 */
export const isNameOfEveryObject = (name: string): boolean => name in Object.prototype || name === 'prototype';
