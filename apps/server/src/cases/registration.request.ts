import { IsIn, IsISO8601, IsOptional, Matches } from '../requests/rules.js';
import { channels, type Channel } from '#cases';
import { ApiProperty, ApiPropertyOptional } from '../api/documented.js';
import { SubmissionRequest } from '../submissions/submission.request.js';

/** A synpunkt that somebody of the staff writes down for the submitter (förvaltningslagen 27 §: by whom and when). */
export class RegistrationRequest extends SubmissionRequest {
  @ApiProperty({ description: 'How it came.', enum: channels })
  @IsIn(channels)
  channel!: Channel;

  @ApiPropertyOptional({ description: 'The local day on which it came or was found, if not today.', format: 'date' })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  arrivedOn?: string;
}
