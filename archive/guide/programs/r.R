api <- "https://archive.example/api/v1"

incidents <- read.csv(paste0(api, "/incidents.csv"), encoding = "UTF-8")
incidents$year <- substr(incidents$earliest, 1, 4)

# The ends of the ranges apart: what the sources state at least, and at most.
by_year <- aggregate(cbind(killed_low, killed_high) ~ year, data = incidents, FUN = sum)
print(by_year)

claims <- read.csv(paste0(api, "/claims.csv?property=responsibility"), encoding = "UTF-8")
print(table(claims$responsible_name, claims$attribution))
