# The incidents of a province since 2018 as a table; each row says where it comes from.
curl --silent --fail --output incidents.csv \
  'https://archive.example/api/v1/incidents.csv?place=balochistan&date_from=2018-01-01'

# One incident whole, with its figures and the claims that they rest on.
curl --silent --fail --output incident.json 'https://archive.example/api/v1/incidents/k7m2qa/'

# What changed since: ask for it after the last sequence that you have.
curl --silent --fail --output changes.json 'https://archive.example/api/v1/changes/?after=0'
