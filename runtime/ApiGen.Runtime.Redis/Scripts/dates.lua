-- How long slots are held. A slot is kept as its date: in a window, the moment at which it frees; in a calendar, the last
-- moment at which the server may have counted its call. When a day is over this server's clock tells, by the boundaries
-- of days that the caller knows: the clock may be set, and the zone's rules may change.

-- The boundaries of a claim, in microseconds of the wall clock; nothing where it has a window.
local function readCalendar(packed)
  if packed == '' then return nil end
  local boundaries = {}
  for boundary in string.gmatch(packed, '%d+') do
    boundaries[#boundaries + 1] = tonumber(boundary)
  end
  return boundaries
end

local function dateOf(claim, last)
  return claim.calendar and last or last + claim.window
end

-- Whether the caller's boundaries are of this server's present. If its clock is days off, slots are held for longer than
-- any day.
local function knowsPresent(calendar, record)
  return calendar[1] <= record.wall and record.wall < calendar[#calendar]
end

-- The last date whose slots are free. After a step of the clock nobody can say which day an earlier call was counted in:
-- until the longest day has passed since, a slot is held for as long as that.
local function freeUntil(claim, record)
  local calendar, now = claim.calendar, record.moment
  if not calendar then return now end
  local oldest = now - claim.window
  if not knowsPresent(calendar, record) then return oldest end
  local begun
  for _, boundary in ipairs(calendar) do
    if boundary <= record.wall then begun = boundary end
  end
  local free = now - (record.wall - begun) - 1
  return now < record.stepped + claim.window and math.min(free, oldest) or free
end

-- When a slot of a date frees. One dated after all boundaries that the caller knows is held for longer than any day.
local function freesAt(claim, date, record)
  local calendar = claim.calendar
  if not calendar then return date end
  local frees = date + claim.window
  if not knowsPresent(calendar, record) then return frees end
  local ahead = record.wall - record.moment
  for place = #calendar, 1, -1 do
    local boundary = calendar[place] - ahead
    if boundary > date then frees = boundary end
  end
  if record.stepped < 0 then return frees end
  return math.max(frees, math.min(date, record.stepped) + claim.window)
end
