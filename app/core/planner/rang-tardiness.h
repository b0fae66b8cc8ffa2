/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * RangTardinessOptions:
 * @seed: with @steps the outcome depends on it alone
 * @steps: kicks; 0 takes the default
 * @microseconds: if not 0, so long instead of @steps
 * @threads: at most; never changes what steps lead to; 0 takes 2
 */
typedef struct
{
  guint64 seed;
  guint64 steps;
  gint64 microseconds;
  guint threads;
} RangTardinessOptions;

/**
 * rang_tardiness_solve:
 * @n: jobs
 * @processing: (array length=n): at least 1 each
 * @weight: (array length=n): not negative
 * @due: (array length=n): not negative
 * @cancellable: (nullable): when cancelled the best so far is returned
 * @cost: (out): the weighted tardiness of the sequence
 *
 * One machine, total weighted tardiness, by iterated dynasearch: the best set of independent swaps and insertions at
 * once, by dynamic programming (R. K. Congram, C. N. Potts, S. L. van de Velde, "An iterated dynasearch algorithm for
 * the single-machine total weighted tardiness scheduling problem", INFORMS J. on Computing 14, 2002; with insertions:
 * A. Grosso, F. Della Croce, R. Tadei, Operations Research Letters 32, 2004).
 *
 * Returns: (transfer full) (array length=n): the jobs in the order of processing
 */
guint *
rang_tardiness_solve (guint n,
                      const gint32 *processing,
                      const gint32 *weight,
                      const gint32 *due,
                      const RangTardinessOptions *options,
                      GCancellable *cancellable,
                      gint64 *cost);

G_END_DECLS
