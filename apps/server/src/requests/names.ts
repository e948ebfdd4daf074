/** What every object answers to by itself, as `constructor` or `__proto__`: no field is called so, and looking one up would find something. */
export const isNameOfEveryObject = (name: string): boolean => name in Object.prototype;
