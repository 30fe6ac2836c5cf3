-- What is recorded of the app as a whole, under KEYS[1]; and what the caller has witnessed of it.
--
-- Every moment is in microseconds, on the store's own time:
--   moment, wall    the store's time when a script last ran, and this server's clock then
--   epoch, sequence the present record's name, and how often slots were taken under it, or held longer
--   timeout         the longest time that any call was given
--   lost, after     when slots were found lost, if ever, and the epoch of those who knew of them
--   stepped         when the server's clock was last set, as far as that is known, or -1
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

-- One string, so that the record costs one command to read and one to write. What versions without calendars wrote ends
-- after the texts, and they read no further.
local LAYOUT = '<ddddddss'
local REST = '<d'

local function readRecord()
  local packed = redis.call('GET', KEYS[1])
  if not packed then return nil end
  local record = {}
  local rest
  record.sequence, record.moment, record.wall, record.timeout, record.absorbed, record.lost,
    record.epoch, record.after, rest = struct.unpack(LAYOUT, packed)
  record.stepped = rest <= #packed and struct.unpack(REST, packed, rest) or -1
  return record
end

-- Written before anything else, so that a server that is full or read-only refuses before a slot is touched.
local function writeRecord(record)
  redis.call('SET', KEYS[1], struct.pack(LAYOUT,
    record.sequence, record.moment, record.wall, record.timeout, record.absorbed, record.lost,
    record.epoch, record.after) .. struct.pack(REST, record.stepped))
end

-- The same, by a script whose loss would free a slot early.
local function writeChange(record)
  record.sequence = record.sequence + 1
  writeRecord(record)
end

-- To be called by one that has changed nothing after all.
local function takeBackChange(record)
  record.sequence = record.sequence - 1
  writeRecord(record)
end
