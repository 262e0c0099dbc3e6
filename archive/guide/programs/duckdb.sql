-- Where the sources of one incident disagree on the killed, with the lowest and the highest count of each.
SELECT id, title, killed_low, killed_high, page_url
FROM 'https://archive.example/api/v1/incidents.parquet'
WHERE killed_disputed
ORDER BY killed_high - killed_low DESC;

-- How often each kind of claimant gives a number of killed, and how far the numbers reach.
SELECT claimant_kind, count(*) AS claims, min(coalesce(low, best)) AS least, max(coalesce(high, best)) AS most
FROM 'https://archive.example/api/v1/claims.parquet?property=killed'
GROUP BY ALL
ORDER BY claims DESC;
