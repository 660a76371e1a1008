-- The journal of one server. Times are milliseconds since 1970 UTC. What is stored in blobs is described in the code:
-- entries in Pack, the rest by the rooms themselves.

-- Open rooms, and those that were set aside because they cannot be folded (then "aside" says why).
create table room (
  number integer primary key,
  id     text    not null unique,
  epoch  integer not null,
  game   text    not null,
  rules  text    not null,
  opened integer not null,
  config blob    not null,
  aside  text
) strict;

-- One room's consecutive entries of one commit. Rows are only ever added at the end, whatever the rooms, so that a
-- commit writes few pages; each leads to the room's record before it ("previous", 0 for none), so no index is needed.
create table record (
  seq       integer primary key,
  room      integer not null,
  previous  integer not null,
  first     integer not null,
  positions integer not null,
  kind      integer not null,
  body      blob    not null
) strict;

-- At most two of a room: the one at its base, and the latest.
create table snapshot (
  room     integer not null,
  position integer not null,
  base     integer not null,
  hash     text    not null,
  body     blob    not null,
  primary key (room, position)
) strict;

-- Matches that are over; "number" is the order in which they were stored.
create table finished (
  number  integer primary key autoincrement,
  id      text    not null unique,
  room    text    not null,
  game    text    not null,
  rules   text    not null,
  seed    text    not null,
  listed  integer not null,
  started integer not null,
  ended   integer not null,
  result  text    not null,
  hash    text    not null,
  first   integer not null,
  last    integer not null
) strict;
create index finished_by_game on finished (game, number);
create index finished_by_end on finished (ended);

create table player (
  finished integer not null,
  seat     integer not null,
  id       text    not null,
  name     text    not null,
  bot      text,
  primary key (finished, seat)
) strict, without rowid;

-- Sessions that may see a match that is not listed.
create table member (
  session  text    not null,
  finished integer not null,
  primary key (session, finished)
) strict, without rowid;
create index member_by_match on member (finished);

-- The entries of a finished match, in parts.
create table replay (
  finished integer not null,
  part     integer not null,
  first    integer not null,
  kind     integer not null,
  body     blob    not null,
  primary key (finished, part)
) strict;
