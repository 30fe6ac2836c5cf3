-- The store's time: it goes by the server's clock, but never back, and no faster than the caller can witness.

-- What is less may be the delay of a message, by which a caller's witness is that much behind.
local LEAST_STEP = 1000000

local function serverTime()
  if ARGV[1] ~= '' then return given(1) end
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000000 + tonumber(time[2])
end

-- Moves a record to the present. A leap of the server's clock becomes a difference between it and the store's time,
-- so that who comes next, whatever he has witnessed, goes on from there.
local function advance(record)
  local wall = serverTime()
  local moment = record.moment + math.max(0, wall - record.wall)
  if witness.latest >= 0 and moment > witness.latest + witness.tolerance then
    local believed = math.max(record.moment, witness.latest)
    if moment - believed > NOTICEABLE then
      record.absorbed = record.absorbed + (moment - believed)
    end
    moment = believed
  end
  moment = math.max(moment, witness.moment)
  if math.abs((wall - record.wall) - (moment - record.moment)) > LEAST_STEP then record.stepped = moment end
  record.moment = moment
  record.wall = wall
end
