/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for reading the accessibility tree of a program in one question. */
#include "lib/rang-test-tree.h"

#define MOST_DEPTH 100
#define ANSWER_MS 20000
#define VISIBLE ((guint64)1 << ATSPI_STATE_VISIBLE)
#define FOCUSED ((guint64)1 << ATSPI_STATE_FOCUSED)
#define ROOT "/org/a11y/atspi/accessible/root"

typedef struct
{
  char *path;
  char *parent;
  int index;
  int children; /* how many it has */
  int known;    /* how many that show the program tells of unasked */
  char *name;
  guint role;
  guint64 states;
  gboolean has_text;
} Thing;

struct _RangTestTree
{
  GDBusConnection *bus;
  char *program;
  GHashTable *things;
  GHashTable *asked; /* whose children were asked for in this look */
};

static void
thing_free (gpointer data)
{
  Thing *thing = data;

  g_free (thing->path);
  g_free (thing->parent);
  g_free (thing->name);
  g_free (thing);
}

GDBusConnection *
rang_test_tree_connect (void)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;
  const char *address;

  if (session != NULL)
    answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL,
                                          G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL, NULL);
  if (answer == NULL)
    return NULL;
  g_variant_get (answer, "(&s)", &address);
  return g_dbus_connection_new_for_address_sync (
      address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL,
      NULL);
}

static guint32
process_of (GDBusConnection *bus, const char *name)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
      g_variant_new ("(s)", name), G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL, NULL);
  guint32 pid = 0;

  if (answer != NULL)
    g_variant_get (answer, "(u)", &pid);
  return pid;
}

char *
rang_test_tree_find_program (GDBusConnection *bus, gint64 pid)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.a11y.atspi.Registry", ROOT, "org.a11y.atspi.Accessible", "GetChildren", NULL,
      G_VARIANT_TYPE ("(a(so))"), G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL, NULL);
  g_autoptr (GVariant) programs = answer != NULL ? g_variant_get_child_value (answer, 0) : NULL;

  for (gsize i = 0; programs != NULL && i < g_variant_n_children (programs); i++)
    {
      const char *name;

      g_variant_get_child (programs, i, "(&s&o)", &name, NULL);
      if ((gint64)process_of (bus, name) == pid)
        return g_strdup (name);
    }
  return NULL;
}

static Thing *
thing_new (GVariant *item)
{
  Thing *thing = g_new0 (Thing, 1);
  g_autoptr (GVariantIter) states = NULL, interfaces = NULL;
  const char *interface;
  guint32 word;

  /* Itself, its program, its parent, its place among the parent's, children, interfaces, name, role, description,
   * states. */
  g_variant_get (item, "((so)(so)(so)iiassusau)", NULL, &thing->path, NULL, NULL, NULL, &thing->parent, &thing->index,
                 &thing->children, &interfaces, &thing->name, &thing->role, NULL, &states);
  for (guint shift = 0; shift < 64 && g_variant_iter_next (states, "u", &word); shift += 32)
    thing->states |= (guint64)word << shift;
  while (g_variant_iter_next (interfaces, "&s", &interface))
    thing->has_text = thing->has_text || g_str_equal (interface, "org.a11y.atspi.Text");
  return thing;
}

/* From the outermost thing inwards. */
static guint
find_way (RangTestTree *tree, const Thing *thing, const Thing **way)
{
  guint depth = 0;

  for (; thing != NULL && depth < MOST_DEPTH; thing = g_hash_table_lookup (tree->things, thing->parent))
    way[depth++] = thing;
  for (guint i = 0; i < depth / 2; i++)
    {
      const Thing *other = way[i];

      way[i] = way[depth - 1 - i];
      way[depth - 1 - i] = other;
    }
  return depth;
}

/* By which child of its parent each is. Where something was shown since, two can say that they are the same one: what is
 * in them stays with them all the same. */
static int
compare_things (gconstpointer a, gconstpointer b, gpointer data)
{
  const Thing *one[MOST_DEPTH], *other[MOST_DEPTH];
  guint n = find_way (data, *(Thing *const *)a, one), m = find_way (data, *(Thing *const *)b, other);

  for (guint i = 0; i < MIN (n, m); i++)
    if (one[i] != other[i])
      return one[i]->index != other[i]->index ? one[i]->index - other[i]->index : strcmp (one[i]->path, other[i]->path);
  return (int)n - (int)m;
}

/* GTK 4.8 says "showing" of windows alone, so "visible" has to do, of everything around it as well. */
static gboolean
shows (RangTestTree *tree, const Thing *thing)
{
  for (guint depth = 0; thing != NULL && depth < MOST_DEPTH; depth++)
    {
      if (thing->role != ATSPI_ROLE_APPLICATION && (thing->states & VISIBLE) == 0)
        return FALSE;
      thing = g_hash_table_lookup (tree->things, thing->parent);
    }
  return TRUE;
}

static GVariant *
ask (RangTestTree *tree, const char *path, const char *interface, const char *method, GVariant *words, const char *type)
{
  return g_dbus_connection_call_sync (tree->bus, tree->program, path, interface, method, words, G_VARIANT_TYPE (type),
                                      G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL, NULL);
}

static void
count_known (RangTestTree *tree)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, tree->things);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Thing *thing = value;
      Thing *parent = g_hash_table_lookup (tree->things, thing->parent);

      /* What is not visible it does not count as a child. */
      if (parent != NULL && (thing->states & VISIBLE) != 0)
        parent->known++;
    }
}

static gboolean
read_known (RangTestTree *tree)
{
  g_autoptr (GVariant) answer = ask (tree, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems", NULL,
                                     "(a((so)(so)(so)iiassusau))");
  g_autoptr (GVariant) items = NULL;

  if (answer == NULL)
    return FALSE;
  g_hash_table_remove_all (tree->things);
  items = g_variant_get_child_value (answer, 0);
  for (gsize i = 0; i < g_variant_n_children (items); i++)
    {
      g_autoptr (GVariant) item = g_variant_get_child_value (items, i);
      Thing *thing = thing_new (item);

      g_hash_table_replace (tree->things, thing->path, thing);
    }
  count_known (tree);
  return TRUE;
}

/* Questions that are on their way together: one after the other, most of the time would go by waiting. */
typedef struct
{
  RangTestTree *tree;
  guint open;
  gboolean more; /* somebody told of what was not known */
} Round;

static void
ask_children (Round *round, const char *path);

/* What is not known may hold more: it is asked at once, so that all of it is there at the next reading. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Round *round = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariant) children = answer != NULL ? g_variant_get_child_value (answer, 0) : NULL;

  for (gsize i = 0; children != NULL && i < g_variant_n_children (children); i++)
    {
      const char *path;

      g_variant_get_child (children, i, "(&s&o)", NULL, &path);
      if (g_hash_table_contains (round->tree->things, path))
        continue;
      round->more = TRUE;
      ask_children (round, path);
    }
  round->open--;
}

static void
ask_children (Round *round, const char *path)
{
  RangTestTree *tree = round->tree;

  if (!g_hash_table_add (tree->asked, g_strdup (path)))
    return;
  round->open++;
  g_dbus_connection_call (tree->bus, tree->program, path, "org.a11y.atspi.Accessible", "GetChildren", NULL,
                          G_VARIANT_TYPE ("(a(so))"), G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL, answered_cb, round);
}

/* The program tells only of what was asked for once: asks for the children of what shows, or only where it told of more
 * or fewer than there are. Returns: whether there were unknown ones */
static gboolean
ask_on (RangTestTree *tree, gboolean everywhere)
{
  Round round = { tree, 0, FALSE };
  GMainContext *context = g_main_context_new ();
  GHashTableIter iter;
  gpointer value;

  g_main_context_push_thread_default (context);
  g_hash_table_iter_init (&iter, tree->things);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Thing *thing = value;

      if (thing->children > 0 && (everywhere || thing->known != thing->children) && shows (tree, thing))
        ask_children (&round, thing->path);
    }
  while (round.open > 0)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  g_main_context_unref (context);
  return round.more;
}

RangTestTree *
rang_test_tree_read (GDBusConnection *bus, const char *name)
{
  RangTestTree *tree = g_new0 (RangTestTree, 1);
  g_autoptr (GVariant) windows = NULL;

  tree->bus = g_object_ref (bus);
  tree->program = g_strdup (name);
  tree->things = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, thing_free);
  tree->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  windows = ask (tree, ROOT, "org.a11y.atspi.Accessible", "GetChildren", NULL, "(a(so))");
  if (read_known (tree))
    return tree;
  rang_test_tree_free (tree);
  return NULL;
}

gboolean
rang_test_tree_complete (RangTestTree *tree, gboolean everywhere)
{
  while (ask_on (tree, everywhere))
    if (!read_known (tree))
      return FALSE;
  return TRUE;
}

gboolean
rang_test_tree_refresh (RangTestTree *tree)
{
  return read_known (tree);
}

void
rang_test_tree_free (RangTestTree *tree)
{
  g_object_unref (tree->bus);
  g_free (tree->program);
  g_hash_table_unref (tree->things);
  g_hash_table_unref (tree->asked);
  g_free (tree);
}

static gboolean
is_role (const Thing *thing, const char *role)
{
  g_autofree char *name = role != NULL ? atspi_role_get_name ((AtspiRole)thing->role) : NULL;

  return role == NULL || g_strcmp0 (g_strcmp0 (name, "button") == 0 ? "push button" : name, role) == 0;
}

/* What has no name goes by the text in it: newer GTK names no status by its content. */
static void
name_by_text (RangTestTree *tree, Thing *thing)
{
  g_autoptr (GVariant) answer
      = ask (tree, thing->path, "org.a11y.atspi.Text", "GetText", g_variant_new ("(ii)", 0, -1), "(s)");

  g_free (thing->name);
  thing->name = NULL;
  if (answer != NULL)
    g_variant_get (answer, "(s)", &thing->name);
  else
    thing->name = g_strdup ("");
}

/* Newer GTK says of what has its name from a label only which label that is. */
static void
name_by_label (RangTestTree *tree, Thing *thing)
{
  g_autoptr (GVariant) answer
      = ask (tree, thing->path, "org.a11y.atspi.Accessible", "GetRelationSet", NULL, "(a(ua(so)))");
  g_autoptr (GVariantIter) relations = NULL;
  GVariantIter *labels;
  const char *path;
  guint32 kind;

  if (answer == NULL)
    return;
  g_variant_get (answer, "(a(ua(so)))", &relations);
  while (g_variant_iter_next (relations, "(ua(so))", &kind, &labels))
    {
      g_autoptr (GVariant) text = NULL;

      if (kind == ATSPI_RELATION_LABELLED_BY && g_variant_iter_next (labels, "(&s&o)", NULL, &path))
        text = ask (tree, path, "org.a11y.atspi.Text", "GetText", g_variant_new ("(ii)", 0, -1), "(s)");
      if (text != NULL)
        {
          g_free (thing->name);
          g_variant_get (text, "(s)", &thing->name);
        }
      g_variant_iter_free (labels);
    }
}

static gboolean
fits (RangTestTree *tree, Thing *thing, const char *role, char **patterns)
{
  if (!is_role (thing, role) || !shows (tree, thing))
    return FALSE;
  if (*thing->name == '\0' && thing->has_text)
    name_by_text (tree, thing);
  else if (*thing->name == '\0' && thing->role == ATSPI_ROLE_MENU_ITEM)
    name_by_label (tree, thing);
  for (gsize i = 0; patterns[i] != NULL; i++)
    if (g_pattern_match_simple (patterns[i], thing->name))
      return TRUE;
  return FALSE;
}

gboolean
rang_test_tree_locate (RangTestTree *tree, const char *path, AtspiRect *box)
{
  g_autoptr (GVariant) answer = ask (tree, path, "org.a11y.atspi.Component", "GetExtents",
                                     g_variant_new ("(u)", ATSPI_COORD_TYPE_WINDOW), "((iiii))");

  if (answer == NULL)
    return FALSE;
  g_variant_get (answer, "((iiii))", &box->x, &box->y, &box->width, &box->height);
  return box->width > 0 && box->height > 0;
}

static gboolean
find_box (RangTestTree *tree, const Thing *thing, AtspiRect *box)
{
  return rang_test_tree_locate (tree, thing->path, box);
}

/* What is in something hidden keeps the size that it had; what is hidden itself has none. A stack's pages, which bear
 * the name of their class, are no widgets and never have one. */
static gboolean
is_in_hidden (RangTestTree *tree, const Thing *thing)
{
  AtspiRect box = { 0 };
  const Thing *around = g_hash_table_lookup (tree->things, thing->parent);

  for (guint depth = 0; around != NULL && depth < MOST_DEPTH; depth++)
    {
      if (around->role == ATSPI_ROLE_PANEL && *around->name == '\0' && !find_box (tree, around, &box) && box.width == 0 && box.height == 0)
        return TRUE;
      around = g_hash_table_lookup (tree->things, around->parent);
    }
  return FALSE;
}

char *
rang_test_tree_find (RangTestTree *tree, const char *role, char **patterns, AtspiRect *box, char **path)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, tree->things);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (fits (tree, value, role, patterns))
      g_ptr_array_add (found, value);
  g_ptr_array_sort_with_data (found, compare_things, tree);
  for (guint i = 0; i < found->len; i++)
    {
      Thing *thing = g_ptr_array_index (found, i);

      if (find_box (tree, thing, box) && !is_in_hidden (tree, thing))
        {
          *path = g_strdup (thing->path);
          return g_strdup (thing->name);
        }
    }
  return NULL;
}

/* A widget in the focused one, as the text in an entry, has it too: then both bear the name. */
gboolean
rang_test_tree_has_focus (RangTestTree *tree, const char *role, char **patterns)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, tree->things);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if ((((Thing *)value)->states & FOCUSED) != 0 && fits (tree, value, role, patterns))
      return TRUE;
  return FALSE;
}

char *
rang_test_tree_dump (RangTestTree *tree)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  GString *dump = g_string_new (NULL);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, tree->things);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Thing *)value)->role != ATSPI_ROLE_APPLICATION && shows (tree, value))
      g_ptr_array_add (shown, value);
  g_ptr_array_sort_with_data (shown, compare_things, tree);
  for (guint i = 0; i < shown->len; i++)
    {
      Thing *thing = g_ptr_array_index (shown, i);
      g_autofree char *role = atspi_role_get_name ((AtspiRole)thing->role);
      const Thing *way[MOST_DEPTH];
      AtspiRect box = { 0 };

      if (*thing->name == '\0' && thing->has_text)
        name_by_text (tree, thing);
      find_box (tree, thing, &box);
      g_string_append_printf (dump, "%*s%s \"%s\" %d,%d %dx%d\n", 2 * (int)find_way (tree, thing, way), "",
                              g_strcmp0 (role, "button") == 0 ? "push button" : role, thing->name, box.x, box.y,
                              box.width, box.height);
    }
  return g_string_free (dump, FALSE);
}
