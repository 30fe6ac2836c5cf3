-- The taken slots of one budget: a sorted set of reservations by the date of each one's slot, as dates.lua gives it.
--
-- A slot whose call isn't settled has its date less half a microsecond: it frees at the same whole microsecond, and
-- who settles or reserves again sees what state the slot is in from the one score. Doubles are that fine until 2112.
local function openScore(date)
  return text(date - 1) .. '.5'
end

local function dropFree(key, date)
  redis.call('ZREMRANGEBYSCORE', key, '-inf', text(date))
end

local function count(key)
  return redis.call('ZCARD', key)
end

-- The date of the slot at a place, the earliest at 0.
local function dateAt(key, place)
  return math.ceil(tonumber(redis.call('ZRANGE', key, place, place, 'WITHSCORES')[2]))
end

-- The date of the slot at a place among those of two budgets together: of the place + 1 earliest, `low` are found to be
-- of the left budget.
local function dateAtOfBoth(left, right, place)
  local wanted = place + 1
  local low = math.max(0, wanted - count(right))
  local high = math.min(wanted, count(left))
  while low < high do
    local middle = math.floor((low + high) / 2)
    if dateAt(left, middle) < dateAt(right, wanted - middle - 1) then
      low = middle + 1
    else
      high = middle
    end
  end
  local last = low > 0 and dateAt(left, low - 1) or 0
  if wanted > low then last = math.max(last, dateAt(right, wanted - low - 1)) end
  return last
end

local function countAfter(key, date)
  return redis.call('ZCOUNT', key, '(' .. text(date), '+inf')
end

-- A slot's name: a reservation's for its first slot, and that with a number for each other one.
local function slotName(id, slot)
  return slot == 0 and id or id .. ':' .. slot
end

-- How the slots of a reservation stand: their date and whether its call is settled, or nothing if it has none.
local function find(key, id)
  local score = tonumber(redis.call('ZSCORE', key, id) or '')
  if not score then return nil end
  local date = math.ceil(score)
  return date, date == score
end

local function put(key, id, cost, score, life)
  for slot = 0, cost - 1 do
    redis.call('ZADD', key, score, slotName(id, slot))
  end
  redis.call('PEXPIRE', key, text(math.ceil(life / 1000)))
end

local function remove(key, id, cost)
  for slot = 0, cost - 1 do
    redis.call('ZREM', key, slotName(id, slot))
  end
end
