import { authorisationOn, type Authorisation } from '#test/authorisation';
import { anAuthority } from '#test/an-authority';
import { linkInMail } from '#test/link-in-mail';

const authority = anAuthority();

let matrix: Authorisation;
beforeAll(async () => {
  matrix = await authorisationOn(authority.server, (address) => linkInMail(authority.relay, address));
});

/** What is asked of all cells: a row of them that meets every route, everybody and every kind of case many times. The campaign asks for all. */
const every = 23;

describe('the authorisation matrix', () => {
  it('answers everybody at every route as the policy says, and tells what is hidden like what is missing', async () => {
    const wrong: string[] = [];
    let [cells, asked] = [0, 0];
    for (const asking of matrix.everybody)
      for (const route of matrix.routes)
        for (const kind of matrix.kindsOf(route)) {
          cells++;
          if (cells % every !== 0) continue;
          asked++;
          wrong.push(...(await matrix.judge(asking, kind, route)));
        }
    expect(wrong).toEqual([]);
    expect([matrix.everybody.length, asked]).toEqual([32, Math.floor(cells / every)]);
  });
});
