/** Each file of class-validator tells a part of what the whole is declared to be. */
declare module 'class-validator/cjs/*' {
  export * from 'class-validator';
}
