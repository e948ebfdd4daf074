import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import jest from 'eslint-plugin-jest';
import prettier from 'eslint-config-prettier';

const eventsLeaveThroughTheLog = {
  name: '@nestjs/cqrs',
  importNames: ['AggregateRoot', 'EventBus', 'EventPublisher', 'EventsHandler', 'Saga', 'ofType'],
  message: 'Events leave through the event log; the in-memory bus of @nestjs/cqrs loses them silently.',
};

/** What a pure library may not reach for: time, chance and the world come in with the command. */
const pure = ['Date.now', 'Math.random'].map((name) => {
  const [object, property] = name.split('.');
  return { object, property, message: 'Time and ids come in with the command.' };
});

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'data/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      // Request and answer classes exist for their decorators; plain objects of the same shape are what travels.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-params': ['error', 4],
      complexity: ['error', 10],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'xxx'] }],
      'no-restricted-imports': ['error', { paths: [eventsLeaveThroughTheLog] }],
    },
  },
  {
    files: ['libs/{cases,promises,organisation,notices}/src/**/*.ts'],
    ignores: ['**/*.{spec,proof}.ts'],
    rules: { 'no-restricted-properties': ['error', ...pure], 'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval'] },
  },
  {
    files: ['**/*.{spec,contract,proof,journey,fault}.ts', 'test/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-params': 'off',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect*', '**.then*', 'request.**.expect', 'fc.assert', 'given.**'] }],
      'jest/valid-title': 'off',
      'jest/no-standalone-expect': 'off',
      'jest/no-export': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', Buffer: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
  },
  prettier,
);
