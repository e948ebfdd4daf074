import type * as Swagger from '@nestjs/swagger';

/**
 * The decorators of @nestjs/swagger, put off: with all that it loads, the library would be a seventh of every start, and most
 * starts end without anybody having asked for the description.
 */
export const ApiBearerAuth = putOff('ApiBearerAuth');
export const ApiCreatedResponse = putOff('ApiCreatedResponse');
export const ApiExcludeController = putOff('ApiExcludeController');
export const ApiHeader = putOff('ApiHeader');
export const ApiOperation = putOff('ApiOperation');
export const ApiProperty = putOff('ApiProperty');
export const ApiPropertyOptional = putOff('ApiPropertyOptional');
export const ApiTags = putOff('ApiTags');

/** Loads the library, and decorates in the order in which the code does. */
export async function loadSwagger(): Promise<typeof Swagger> {
  const swagger = await import('@nestjs/swagger');
  for (const decorate of owed.splice(0)) decorate(swagger);
  return swagger;
}

type Name = Extract<keyof typeof Swagger, `Api${string}`>;
type Decorate = (swagger: typeof Swagger) => void;

const owed: Decorate[] = [];

function putOff<N extends Name>(name: N): (typeof Swagger)[N] {
  const decorator =
    (...options: unknown[]) =>
    (...place: unknown[]): void => {
      owed.push((swagger) => (swagger[name] as Decorator)(...options)(...place));
    };
  return decorator as (typeof Swagger)[N];
}

type Decorator = (...options: unknown[]) => (...place: unknown[]) => void;
