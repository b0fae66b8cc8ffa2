-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the planner knows of the day: what vans can do and when they rest, what orders need, when doors are shut, how fast
-- the roads are at each hour, and travel that was measured.

-- Bits: 1 a lift, 2 cooling.
ALTER TABLE resources ADD COLUMN skills INTEGER NOT NULL DEFAULT 0 CHECK (skills BETWEEN 0 AND 3);
ALTER TABLE orders ADD COLUMN skills INTEGER NOT NULL DEFAULT 0 CHECK (skills BETWEEN 0 AND 3);
-- "12:00-13:00, 15:00-16:00/20": from then to then, or so many minutes between.
ALTER TABLE resources ADD COLUMN breaks TEXT CHECK (breaks <> '');
-- Where its day begins and ends, if not at the depot.
ALTER TABLE resources ADD COLUMN start_name TEXT;
ALTER TABLE resources ADD COLUMN start_lat INTEGER CHECK (start_lat BETWEEN -90000000 AND 90000000);
ALTER TABLE resources ADD COLUMN start_lon INTEGER CHECK (start_lon BETWEEN -180000000 AND 180000000
                                                          AND (start_lat IS NULL) = (start_lon IS NULL));
ALTER TABLE resources ADD COLUMN end_name TEXT;
ALTER TABLE resources ADD COLUMN end_lat INTEGER CHECK (end_lat BETWEEN -90000000 AND 90000000);
ALTER TABLE resources ADD COLUMN end_lon INTEGER CHECK (end_lon BETWEEN -180000000 AND 180000000
                                                        AND (end_lat IS NULL) = (end_lon IS NULL));

-- Spans within the hours in which nobody takes goods in: "12:00-13:00, 15:00-15:30".
ALTER TABLE clients ADD COLUMN shut TEXT CHECK (shut <> '');
ALTER TABLE addresses ADD COLUMN shut TEXT CHECK (shut <> '');

-- The speed of each hour of the day in per cent of the usual one: "7-9=60, 16-18=70".
ALTER TABLE settings ADD COLUMN speeds TEXT CHECK (speeds <> '');
-- The log entry by which the measured travel came into use; NULL: none is.
ALTER TABLE settings ADD COLUMN roads_entry INTEGER CHECK (roads_entry > 0);

-- Travel as somebody measured it, in place of distances as the crow flies: seconds and metres from each place to every
-- one, in the order of the places, parted by spaces.
CREATE TABLE travel_places (
  place INTEGER PRIMARY KEY CHECK (place > 0),
  name TEXT NOT NULL,
  lat INTEGER NOT NULL CHECK (lat BETWEEN -90000000 AND 90000000),
  lon INTEGER NOT NULL CHECK (lon BETWEEN -180000000 AND 180000000),
  seconds TEXT NOT NULL CHECK (seconds <> ''),
  metres TEXT NOT NULL CHECK (metres <> '')
) STRICT;
