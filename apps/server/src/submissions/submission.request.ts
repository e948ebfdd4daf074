import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, IsString, Matches, ValidateNested } from '../requests/rules.js';
import { kinds, languages, reasonsWithoutDate, type Kind, type Language, type WithoutDate } from '#cases';
import { ApiProperty, ApiPropertyOptional } from '../api/documented.js';
import { IsMailAddress } from '../requests/is-mail-address.js';
import { IsPhoneNumber } from '../requests/phone-number.js';
import { IsPlainText } from '../requests/plain-text.js';

/** How the submitter can be reached. Nothing is required; without an address no mail is sent. */
export class ContactRequest {
  @ApiPropertyOptional({ description: 'The name, if the submitter wants to give one.', maxLength: 200 })
  @IsOptional()
  @IsPlainText({ max: 200, lines: false })
  name?: string;

  @ApiPropertyOptional({
    description:
      'Where to send the acknowledgement and the answer. What mail cannot go to is refused with the reason as its code; the domain may be written in any letters.',
    format: 'email',
    maxLength: 254,
  })
  @IsOptional()
  @IsMailAddress()
  email?: string;

  @ApiPropertyOptional({
    description: 'A telephone number: 5 to 15 digits, however they are grouped, and a leading plus sign.',
    maxLength: 60,
  })
  @IsOptional()
  @IsPhoneNumber()
  phone?: string;
}

/** A synpunkt, as it comes in. */
export class SubmissionRequest {
  @ApiProperty({ description: 'förslag (suggestion), klagomål (complaint), beröm (praise) or fråga (question).', enum: kinds })
  @IsIn(kinds)
  kind!: Kind;

  @ApiProperty({ description: 'The submitter’s own words.', maxLength: 20_000 })
  @IsString()
  @IsPlainText({ max: 20_000 })
  text!: string;

  @ApiProperty({ description: 'The language in which the submitter is addressed.', enum: languages })
  @IsIn(languages)
  language!: Language;

  @ApiPropertyOptional({ description: 'The code of a category, as in GATA.SNOROJNING. Without one, the text is routed by its words.' })
  @IsOptional()
  @IsString()
  @Matches(/^[A-ZÅÄÖ0-9_.]{1,60}$/)
  category?: string;

  @ApiPropertyOptional({ description: 'Where it concerns, in words.', maxLength: 500 })
  @IsOptional()
  @IsPlainText({ max: 500, lines: false })
  place?: string;

  @ApiPropertyOptional({
    description:
      'A personal identity number in the text, the place or the contact details is asked about once: 422, with the field and the code `personal-number`. `keep` says that it is to stay; the case is then marked for those who read it.',
    enum: ['keep'],
  })
  @IsOptional()
  @IsIn(['keep'])
  personalNumber?: 'keep';

  @ApiPropertyOptional({ type: ContactRequest })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ContactRequest)
  contact?: ContactRequest;
}

/** What the submitter is given. */
export class SubmissionReceipt {
  @ApiProperty({ description: 'The public reference, to be named when asking.', example: 'RG-7K3F-92QM-A1B5' })
  reference!: string;

  @ApiProperty({
    description: 'Opens the case to whoever holds it. Shown once here, and again only for a repetition with the same key and content.',
  })
  receiptCode!: string;

  @ApiProperty({
    description: 'The day that counts as received (förvaltningslagen 22 §); null while it is not known.',
    format: 'date',
    nullable: true,
  })
  receivedDate!: string | null;

  @ApiProperty({ description: 'The last day by which an answer is promised.', format: 'date', nullable: true })
  promisedDate!: string | null;

  @ApiProperty({
    description:
      'Why there is no promised date: `nothing-promised` where no policy has promised a date; `clock-in-doubt` where the clock of the server is being checked: both days are then set and told when it is right.',
    enum: reasonsWithoutDate,
    nullable: true,
  })
  withoutDate!: WithoutDate | null;

  @ApiPropertyOptional({
    description: 'What to tell the submitter, in their language, where the text itself calls for it: of a protected identity, for one.',
    type: [String],
  })
  advice?: readonly string[];
}
