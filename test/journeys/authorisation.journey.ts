import { anAuthority } from '#test/an-authority';
import { authorisationOn, type Authorisation } from '#test/authorisation';

const authority = anAuthority();

let matrix: Authorisation;
beforeAll(async () => {
  matrix = await authorisationOn(authority.server);
});

/** Each person asks each kind of case for itself and for every ninth other route, another ninth each time; the campaign asks for all. */
const every = 9;

describe('the authorisation matrix', () => {
  it('answers everybody as the policy says, and tells what is hidden like what is missing', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const [row, asking] of matrix.everybody.entries())
      for (const [column, kind] of matrix.kinds.entries())
        for (const [index, route] of matrix.routes.entries()) {
          const isAsked = route.action === 'see-case' || (index + row + 3 * column) % every === 0;
          if (!isAsked) continue;
          asked++;
          const found = await matrix.judge(asking, kind, route);
          if (found !== undefined) wrong.push(found);
        }
    expect(wrong).toEqual([]);
    expect([matrix.everybody.length, matrix.kinds.length]).toEqual([28, 8]);
    expect(asked).toBeGreaterThan((28 * 8 * matrix.routes.length) / every);
  });
});
