-- Asks for the paths given after "--" in turn, and says in one line of JSON what came of it.
-- https://github.com/wg/wrk/blob/master/SCRIPTING
local paths, place = {}, 0

function init(args)
  for number = 1, #args do paths[number] = wrk.format("GET", args[number]) end
end

function request()
  place = place % #paths + 1
  return paths[place]
end

function done(summary, latency, requests)
  local failed = summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.status + summary.errors.timeout
  io.write(string.format(
    'JSON {"requests": %d, "failed": %d, "microseconds": %d, "bytes": %d, "p50": %d, "p95": %d}\n',
    summary.requests, failed, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(95)))
end
