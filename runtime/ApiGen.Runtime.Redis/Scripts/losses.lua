-- Finds out whether slots were lost: by a flush, by a restart without what was written last, or by the promotion of a
-- replica that hadn't received it. Who was granted a slot remembers the epoch and the sequence, and this record has to
-- know of them. After a loss nobody can say what is taken, so all is, until the last lost slot has surely freed.

local function loseAll(record, epoch)
  record.lost = record.moment
  record.after = epoch
end

local function newRecord()
  local wall = serverTime()
  local record = {
    epoch = ARGV[8],
    sequence = 0,
    moment = math.max(wall, witness.moment),
    wall = wall,
    timeout = 0,
    absorbed = 0,
    lost = -1,
    stepped = -1,
    after = '',
  }
  local isTrusted = ARGV[9] == '1'
  if witness.epoch ~= '' or not isTrusted then loseAll(record, witness.epoch) end
  return record
end

local function findLoss(record)
  if record.absorbed > SPARE then
    -- The server's clock has leapt by more than keys are given to spare: those of live slots may have expired.
    record.absorbed = 0
    loseAll(record, record.after)
  end
  if witness.epoch == '' then return end
  if witness.epoch == record.epoch then
    if witness.sequence > record.sequence then
      -- Others of this epoch, who come later, find its name as the lost one and don't lose all again.
      loseAll(record, record.epoch)
      record.epoch = ARGV[8]
    end
  elseif witness.epoch == record.after then
    -- This loss is known, but the caller may have been granted slots elsewhere since it was found.
    record.lost = math.max(record.lost, witness.moment)
  else
    loseAll(record, witness.epoch)
  end
end

local function presentRecord()
  local record = readRecord()
  if record then
    advance(record)
    findLoss(record)
  else
    record = newRecord()
  end
  record.timeout = math.max(record.timeout, witness.timeout)
  return record
end
