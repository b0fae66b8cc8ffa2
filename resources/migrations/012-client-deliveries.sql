-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many orders were delivered to each client, whenever: what the rules ask of each client of a day, kept with each
-- order that is delivered instead of counted in years of orders. Nobody writes it but these triggers, and the check of
-- the log counts anew.
CREATE TABLE client_deliveries (
  client INTEGER PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
  delivered INTEGER NOT NULL CHECK (delivered >= 0)
) STRICT;
INSERT INTO client_deliveries (client, delivered)
  SELECT client, count(*) FROM orders WHERE client IS NOT NULL AND state IN ('delivered', 'part') GROUP BY client;

CREATE TRIGGER client_deliveries_1 AFTER INSERT ON orders
WHEN NEW.client IS NOT NULL AND NEW.state IN ('delivered', 'part')
BEGIN
  INSERT INTO client_deliveries (client, delivered) VALUES (NEW.client, 1)
    ON CONFLICT (client) DO UPDATE SET delivered = client_deliveries.delivered + 1;
END;
CREATE TRIGGER client_deliveries_2 AFTER UPDATE ON orders
WHEN NEW.client IS NOT NULL AND NEW.state IN ('delivered', 'part')
     AND (OLD.client IS NOT NEW.client OR OLD.state NOT IN ('delivered', 'part'))
BEGIN
  INSERT INTO client_deliveries (client, delivered) VALUES (NEW.client, 1)
    ON CONFLICT (client) DO UPDATE SET delivered = client_deliveries.delivered + 1;
END;
CREATE TRIGGER client_deliveries_3 AFTER UPDATE ON orders
WHEN OLD.client IS NOT NULL AND OLD.state IN ('delivered', 'part')
     AND (NEW.client IS NOT OLD.client OR NEW.state NOT IN ('delivered', 'part'))
BEGIN
  UPDATE client_deliveries SET delivered = delivered - 1 WHERE client = OLD.client;
END;
CREATE TRIGGER client_deliveries_4 AFTER DELETE ON orders
WHEN OLD.client IS NOT NULL AND OLD.state IN ('delivered', 'part')
BEGIN
  UPDATE client_deliveries SET delivered = delivered - 1 WHERE client = OLD.client;
END;
