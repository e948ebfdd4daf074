/**
 * What a request can be held to, taken one by one: through the front door of class-validator come two hundred other files, the
 * telephone numbers of the world among them, and a start would wait for them.
 */
export { IsBoolean } from 'class-validator/cjs/decorator/typechecker/IsBoolean.js';
export { IsIn } from 'class-validator/cjs/decorator/common/IsIn.js';
export { IsInt } from 'class-validator/cjs/decorator/typechecker/IsInt.js';
export { IsObject } from 'class-validator/cjs/decorator/typechecker/IsObject.js';
export { IsOptional } from 'class-validator/cjs/decorator/common/IsOptional.js';
export { IsString } from 'class-validator/cjs/decorator/typechecker/IsString.js';
export { IsUUID } from 'class-validator/cjs/decorator/string/IsUUID.js';
export { Matches } from 'class-validator/cjs/decorator/string/Matches.js';
export { Max } from 'class-validator/cjs/decorator/number/Max.js';
export { MaxLength } from 'class-validator/cjs/decorator/string/MaxLength.js';
export { Min } from 'class-validator/cjs/decorator/number/Min.js';
export { ValidateNested } from 'class-validator/cjs/decorator/common/ValidateNested.js';
export { getMetadataStorage } from 'class-validator/cjs/metadata/MetadataStorage.js';
export { registerDecorator } from 'class-validator/cjs/register-decorator.js';
export { Validator } from 'class-validator/cjs/validation/Validator.js';
