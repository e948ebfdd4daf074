import { addressFaults, mailAddress } from '#mailer';
import { registerDecorator } from './rules.js';

/** An address that the mailer can send to. What is wrong with it is the code of the complaint. */
export function IsMailAddress(): PropertyDecorator {
  return (target, property) => {
    for (const fault of addressFaults) {
      registerDecorator({
        name: fault,
        target: target.constructor,
        propertyName: String(property),
        validator: { validate: (value: unknown) => (typeof value === 'string' ? faultOf(value) : 'not-an-address') !== fault },
      });
    }
  };
}

function faultOf(value: string): string | undefined {
  const address = mailAddress(value);
  return 'fault' in address ? address.fault : undefined;
}
