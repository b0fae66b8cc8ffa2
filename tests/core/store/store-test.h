/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-order.h"
#include "store/rang-store.h"

/** A folder of its own for each test, removed with everything in it afterwards. */
typedef struct
{
  char *folder;
  char *path;
  RangStore *store;
} StoreTest;

/** Makes an empty store. */
void
store_test_set_up (StoreTest *test, gconstpointer data);
void
store_test_tear_down (StoreTest *test, gconstpointer data);

/** Adds settings, a unit, two departments, three people and two clients, all with ids from 1. */
void
store_test_furnish (RangStore *store);

/** An order that is complete, not yet stored. */
RangOrder *
store_test_order (const char *client_number);

/** Stores @order in a transaction of its own. */
void
store_test_save (RangStore *store, RangOrder *order);

/** Runs SQL on the file behind the store's back. Returns the error's text or %NULL. */
char *
store_test_sql (const char *path, const char *sql);

/** The first column of the first row that SQL gives, as text. */
char *
store_test_value (const char *path, const char *sql);

#define STORE_TEST(name, function) g_test_add (name, StoreTest, NULL, store_test_set_up, function, store_test_tear_down)
