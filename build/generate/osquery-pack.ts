/**
 * A query pack for osquery, by its path in the repository; Fleet takes it by `fleetctl convert`. It is JSON, which has
 * no strings of several lines, so the query is written here.
 */
export function osqueryPack(): Readonly<Record<string, string>> {
  const pack = {
    platform: 'darwin',
    queries: {
      vigil_status: {
        query: query.replace(/\s+/g, ' ').trim(),
        interval: 900,
        snapshot: true,
        description:
          'How the sign-in with Jamf Conditional Access stands: a row for each person on this Mac for whom Vigil has run. ' +
          'The words are those of vigil status --json. The causes are in no order. Where stale is 1, Vigil does not run or has told nothing for a ' +
          'while, and the rest is what it knew last. Times are UTC.',
        value: 'Macs that have lost their access, or will: phase = "deactivated", or attention = 1.',
      },
    },
  };
  return { 'build/deploy/osquery/vigil.json': `${JSON.stringify(pack, null, 2)}\n` };
}

/** In osquery's `plist` each element of a list is a row with the key of the list. */
const column = (key: string) => `MAX(CASE WHEN plist.key = '${key}' THEN plist.value END)`;

// `CROSS JOIN` keeps the order: `plist` opens no file but those that it is given.
const query = `
  SELECT
    status.user, status.phase,
    COALESCE(
      processes.pid IS NULL
      OR strftime('%s', 'now') - strftime('%s', status.next_at) > 900,
      1
    ) AS stale,
    status.attention, status.since, status.last_sign_in, status.causes, status.assessed_at, status.version
  FROM (
    SELECT
      users.username AS user,
      ${column('phase')} AS phase,
      ${column('attention')} IN ('1', 'true') AS attention,
      ${column('since')} AS since,
      ${column('lastSignInAt')} AS last_sign_in,
      GROUP_CONCAT(CASE WHEN plist.key = 'findings' THEN plist.value END, ' ') AS causes,
      ${column('assessedAt')} AS assessed_at,
      ${column('nextAt')} AS next_at,
      ${column('vigilVersion')} AS version,
      ${column('pid')} AS pid
    FROM users
    CROSS JOIN plist ON plist.path = users.directory || '/Library/Application Support/Vigil/status.plist'
    WHERE users.uid >= 501
    GROUP BY users.username
  ) AS status
  LEFT JOIN processes
    ON processes.pid = CAST(status.pid AS INTEGER) AND processes.path LIKE '%/Vigil.app/%';
`;
