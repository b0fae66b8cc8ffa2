/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for running a fuzz target without libFuzzer: a fixed number of seeded changes of its samples, as a test. */
#include "fuzz/rang-fuzz.h"

#include <string.h>

#define ROUNDS 4000
#define MAX_CHANGES 8

static void
change_once (GByteArray *input, GRand *rand, const char *other)
{
  guint at = input->len > 0 ? (guint)g_rand_int_range (rand, 0, (gint32)input->len) : 0;
  static const char *const words[] = { "\"",       "\n",          ";",  ",", "<",   "&",    "\xEF\xBB\xBF",
                                       "\xC5\x9F", "\xFF",        "00", "-", "]]>", "\r\n", "9999999999999999999",
                                       "</",       "\xE2\x80\xAE" };
  const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
  guint8 byte = (guint8)g_rand_int_range (rand, 0, 256);
  gsize tail;

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      if (input->len > 0)
        input->data[at] = byte;
      break;
    case 1:
      if (input->len > 0)
        g_byte_array_remove_range (input, at, MIN (input->len - at, 1 + byte % 16u));
      break;
    case 2:
      g_byte_array_set_size (input, at);
      break;
    case 3:
      tail = input->len - at;
      g_byte_array_set_size (input, input->len + (guint)strlen (word));
      memmove (input->data + at + strlen (word), input->data + at, tail);
      memcpy (input->data + at, word, strlen (word));
      break;
    default:
      g_byte_array_append (input, (const guint8 *)other + strlen (other) / 2,
                           (guint)(strlen (other) - strlen (other) / 2));
      break;
    }
}

static void
test_no_change_of_a_sample_breaks_what_must_hold (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  guint samples = 0;

  while (rang_fuzz_samples[samples] != NULL)
    samples++;
  g_assert_cmpuint (samples, >, 0);
  for (guint i = 0; i < samples; i++)
    g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *)rang_fuzz_samples[i], strlen (rang_fuzz_samples[i])), ==,
                     0);
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GByteArray) input = g_byte_array_new ();
      const char *sample = rang_fuzz_samples[g_rand_int_range (rand, 0, (gint32)samples)];
      const char *other = rang_fuzz_samples[g_rand_int_range (rand, 0, (gint32)samples)];

      g_byte_array_append (input, (const guint8 *)sample, (guint)strlen (sample));
      for (int n = g_rand_int_range (rand, 1, MAX_CHANGES + 1); n > 0; n--)
        change_once (input, rand, other);
      g_assert_cmpint (LLVMFuzzerTestOneInput (input->data, input->len), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/no_change_of_a_sample_breaks_what_must_hold",
                   test_no_change_of_a_sample_breaks_what_must_hold);
  return g_test_run ();
}
