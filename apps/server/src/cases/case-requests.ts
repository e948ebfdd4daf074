import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches } from '../requests/rules.js';
import {
  channels,
  outcomes,
  ratingReasons,
  secrecyBases,
  staffChannels,
  ways,
  type Channel,
  type Outcome,
  type RatingReason,
  type SecrecyBasis,
  type StaffChannel,
  type Way,
} from '#cases';
import { ApiProperty, ApiPropertyOptional } from '../api/documented.js';
import { IsDay } from '../requests/days.js';
import { IsPlainText } from '../requests/plain-text.js';

const codePattern = /^[A-ZÅÄÖ0-9_.]{1,60}$/;

/** Something in words, which may hold what nobody needs to know. */
class WordsRequest {
  @ApiPropertyOptional({
    description:
      'A personal identity number in the words is asked about once: 422, with the field and the code `personal-number`. `keep` says that it is to stay; the case is then marked for those who read it.',
    enum: ['keep'],
  })
  @IsOptional()
  @IsIn(['keep'])
  personalNumber?: 'keep';
}

export class AcknowledgementRequest {
  @ApiProperty({ description: 'How the submitter was told.', enum: ways })
  @IsIn(ways)
  by!: Way;

  @ApiProperty({ description: 'On which local day.', format: 'date' })
  @IsDay()
  on!: string;
}

export class ClassificationRequest {
  @ApiProperty({ description: 'The code of the category.', example: 'GATA.SNOROJNING' })
  @Matches(codePattern)
  category!: string;
}

/** Gives a case in triage to its board, or sends it on to another. */
export class TransferRequest extends WordsRequest {
  @ApiProperty({ description: 'The board that is to have it.', example: 'TN' })
  @Matches(codePattern)
  board!: string;

  @ApiProperty({ description: 'Why; it is kept with the case.', maxLength: 20_000 })
  @IsPlainText({ max: 20_000 })
  reason!: string;

  @ApiPropertyOptional({
    description: 'Required where the case may hold what is secret: on which ground it may leave the board.',
    enum: secrecyBases,
  })
  @IsOptional()
  @IsIn(secrecyBases)
  secrecyBasis?: SecrecyBasis;
}

export class TransferAnswerRequest extends WordsRequest {
  @ApiProperty({ description: 'Whether the board that it was sent to takes it over.' })
  @IsBoolean()
  accepted!: boolean;

  @ApiPropertyOptional({ description: 'Why not; required when it is declined.', maxLength: 20_000 })
  @IsOptional()
  @IsPlainText({ max: 20_000 })
  reason?: string;
}

export class AssignmentRequest {
  @ApiProperty({ description: 'The person who handles it.', format: 'uuid' })
  @IsUUID()
  officer!: string;
}

export class ClarificationRequest extends WordsRequest {
  @ApiProperty({ description: 'What is asked of the submitter.', maxLength: 5_000 })
  @IsPlainText({ max: 5_000 })
  questions!: string;

  @ApiProperty({ description: 'The last day to reply.', format: 'date' })
  @IsDay()
  replyBy!: string;
}

export class ClarificationReplyRequest extends WordsRequest {
  @ApiProperty({ description: 'What the submitter replied.', maxLength: 20_000 })
  @IsPlainText({ max: 20_000 })
  text!: string;

  @ApiProperty({ description: 'How the reply came.', enum: channels })
  @IsIn(channels)
  channel!: Channel;
}

export class AnswerRequest extends WordsRequest {
  @ApiProperty({ description: 'The answer, as the submitter reads it.', maxLength: 20_000 })
  @IsPlainText({ max: 20_000 })
  text!: string;

  @ApiProperty({ description: 'How the submitter is told; `code` if only by the receipt code.', enum: ways })
  @IsIn(ways)
  by!: Way;
}

export class DelayNoticeRequest extends WordsRequest {
  @ApiProperty({ description: 'Why it takes longer, as the submitter reads it.', maxLength: 20_000 })
  @IsPlainText({ max: 20_000 })
  reason!: string;

  @ApiProperty({ description: 'The new date.', format: 'date' })
  @IsDay()
  due!: string;
}

export class ActionRequest extends WordsRequest {
  @ApiPropertyOptional({
    description: 'Names an action that was planned and is now done; without it, a new one is planned.',
    format: 'uuid',
  })
  @IsOptional()
  @IsUUID()
  completed?: string;

  @ApiPropertyOptional({ description: 'What will be done; required when planning.', maxLength: 20_000 })
  @IsOptional()
  @IsPlainText({ max: 20_000 })
  description?: string;

  @ApiPropertyOptional({ description: 'By when; required when planning.', format: 'date' })
  @IsOptional()
  @IsDay()
  due?: string;

  @ApiPropertyOptional({ description: 'What came of it, when it is done.', maxLength: 20_000 })
  @IsOptional()
  @IsPlainText({ max: 20_000 })
  result?: string;
}

export class ReferralRequest {
  @ApiProperty({ description: 'The external body that is responsible.', example: 'TRV' })
  @Matches(codePattern)
  body!: string;

  @ApiProperty({ description: 'Whether it was sent on there, with the submitter’s consent where it holds personal data.' })
  @IsBoolean()
  forwarded!: boolean;

  @ApiPropertyOptional({ description: 'Required where it was sent on and may hold what is secret.', enum: secrecyBases })
  @IsOptional()
  @IsIn(secrecyBases)
  secrecyBasis?: SecrecyBasis;
}

export class ClosureRequest extends WordsRequest {
  @ApiProperty({ description: 'What became of it.', enum: outcomes })
  @IsIn(outcomes)
  outcome!: Outcome;

  @ApiPropertyOptional({ description: 'Why, for those who read the case later.', maxLength: 20_000 })
  @IsOptional()
  @IsPlainText({ max: 20_000 })
  reason?: string;
}

export class RatingRequest {
  @ApiProperty({ description: 'Whether the last answer satisfied whoever got it.' })
  @IsBoolean()
  satisfied!: boolean;

  @ApiPropertyOptional({ description: 'What it was wanting in, in the main.', enum: ratingReasons })
  @IsOptional()
  @IsIn(ratingReasons)
  reason?: RatingReason;
}

/** What the submitter told somebody of the staff. */
export class ToldRatingRequest extends RatingRequest {
  @ApiProperty({ description: 'How the submitter said so.', enum: staffChannels })
  @IsIn(staffChannels)
  channel!: StaffChannel;
}

export class ReasonRequest extends WordsRequest {
  @ApiProperty({ description: 'Why.', maxLength: 20_000 })
  @IsPlainText({ max: 20_000 })
  reason!: string;
}

export class NoteRequest extends WordsRequest {
  @ApiProperty({ description: 'A note that the submitter never sees.', maxLength: 20_000 })
  @IsPlainText({ max: 20_000 })
  text!: string;
}

export class SecrecyMarkRequest {
  @ApiProperty({ description: 'The provision, as in OSL 25:1.', maxLength: 100 })
  @IsString()
  @IsPlainText({ max: 100, lines: false })
  provision!: string;
}

export class ReceiptDateRequest extends ReasonRequest {
  @ApiProperty({
    description: 'The right day of receipt. Taken as it is said; the staff page asks back once about a day more than 30 days ago.',
    format: 'date',
  })
  @IsDay()
  to!: string;
}
