import { noticeKinds, type NoticeKind } from '#notices';
import { ApiProperty, ApiPropertyOptional } from '../api/documented.js';
import { IsIn, IsOptional, Matches } from '../requests/rules.js';

export class BounceRequest {
  @ApiProperty({ description: 'Which mail of the case came back; the last one of its kind is meant.', enum: noticeKinds })
  @IsIn(noticeKinds)
  mail!: NoticeKind;

  @ApiPropertyOptional({ description: 'What the other end said, as `550 5.1.1`; never an address. Default: `returned`.' })
  @IsOptional()
  @Matches(/^([245]\d\d( [245]\.\d{1,3}\.\d{1,3})?|[a-z]+(-[a-z]+)*)$/)
  code?: string;
}
