/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

/**
 * LLVMFuzzerTestOneInput:
 * @data: (array length=size): any bytes
 * @size: how many
 *
 * What each fuzz target defines: feeds the bytes to one reader and aborts if something that must hold does not. With
 * `-Dfuzzers=true` libFuzzer calls it; otherwise rang-fuzz-main.c does, with seeded changes of the target's samples.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Inputs that are worth changing, ended by %NULL. */
extern const char *const rang_fuzz_samples[];
