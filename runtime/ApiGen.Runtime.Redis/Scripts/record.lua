-- What is recorded of the app as a whole, under KEYS[1]; and what the caller has witnessed of it.
--
-- Every moment is in microseconds, on the store's own time:
--   moment, wall    the store's time when a script last ran, and this server's clock then
--   epoch, sequence the present record's name, and how often slots were taken under it, or held longer
--   timeout         the longest time that any call was given
--   lost, after     when slots were found lost, if ever, and the epoch of those who knew of them
--   absorbed        by how much the server's clock has leapt without time having passed

-- How much longer than its slots a key lives. It expires by the server's clock, which may leap.
local SPARE = 24 * 60 * 60 * 1000000

-- What is less than this is a caller's delay rather than a leap.
local NOTICEABLE = 60 * 1000000

local witness = {
  epoch = ARGV[2], -- or '' if the caller has never had a reply
  sequence = given(3),
  moment = given(4),
  latest = given(5), -- the latest that it can be by the caller's monotonic clock, or -1
  tolerance = given(6),
  timeout = given(7),
}

local function readRecord()
  local fields = redis.call('HMGET', KEYS[1],
    'epoch', 'sequence', 'moment', 'wall', 'timeout', 'absorbed', 'lost', 'after')
  if not fields[1] then return nil end
  return {
    epoch = fields[1],
    sequence = tonumber(fields[2]),
    moment = tonumber(fields[3]),
    wall = tonumber(fields[4]),
    timeout = tonumber(fields[5]),
    absorbed = tonumber(fields[6]),
    lost = tonumber(fields[7] or '') or -1,
    after = fields[8] or '',
  }
end

-- Written before anything else, so that a server that is full or read-only refuses before a slot is touched.
local function writeRecord(record)
  redis.call('HSET', KEYS[1],
    'epoch', record.epoch, 'sequence', text(record.sequence),
    'moment', text(record.moment), 'wall', text(record.wall),
    'timeout', text(record.timeout), 'absorbed', text(record.absorbed))
  if record.lost >= 0 then
    redis.call('HSET', KEYS[1], 'lost', text(record.lost), 'after', record.after)
  end
end

-- To be called once by a script whose loss would free a slot early.
local function countChange(record)
  record.sequence = redis.call('HINCRBY', KEYS[1], 'sequence', 1)
end
