import pandas

api = "https://archive.example/api/v1"

# A figure is a range: sum its ends apart, and count what is open or states no number.
incidents = pandas.read_csv(f"{api}/incidents.csv", parse_dates=["earliest"])
by_year = incidents.groupby(incidents["earliest"].dt.year).agg(
    incidents=("id", "count"),
    killed_low=("killed_low", "sum"),
    killed_high=("killed_high", "sum"),
    without_number=("killed_low", lambda numbers: numbers.isna().sum()),
)
print(by_year)

# Every number of killed that anybody gave of one incident, and who printed it.
claims = pandas.read_csv(f"{api}/incidents/m4s8td/claims.csv?property=killed")
citations = pandas.read_csv(f"{api}/incidents/m4s8td/citations.csv")
said = claims.merge(citations, left_on="number", right_on="claim", suffixes=("", "_cited"))
print(said[["number", "low", "best", "high", "claimant_kind", "source_title", "source_published"]])
