import { IsDay } from '../requests/days.js';
import { IsIn, IsOptional } from '../requests/rules.js';
import { channels, type Channel } from '#cases';
import { ApiProperty, ApiPropertyOptional } from '../api/documented.js';
import { SubmissionRequest } from '../submissions/submission.request.js';

/** A synpunkt that somebody of the staff writes down for the submitter (förvaltningslagen 27 §: by whom and when). */
export class RegistrationRequest extends SubmissionRequest {
  @ApiProperty({ description: 'How it came.', enum: channels })
  @IsIn(channels)
  channel!: Channel;

  @ApiPropertyOptional({
    description:
      'The local day on which it came or was found, if not today. Taken as it is said; the staff page asks back once about a day more than 30 days ago.',
    format: 'date',
  })
  @IsOptional()
  @IsDay()
  arrivedOn?: string;
}
