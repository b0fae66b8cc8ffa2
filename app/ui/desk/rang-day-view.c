/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for everything that the window shows of one day, read in one go. */
#include "desk/rang-day-view.h"

static gboolean
load_office (RangDayView *view, RangOffice *office, GError **error)
{
  view->settings = rang_settings_copy (rang_office_get_settings (office));
  view->now = rang_office_now (office, &view->today);
  view->departments = rang_office_list_departments (office, error);
  if (view->departments == NULL)
    return FALSE;
  view->people = rang_office_list_people (office, error);
  if (view->people == NULL)
    return FALSE;
  view->deputies = rang_office_list_deputies (office, error);
  if (view->deputies == NULL)
    return FALSE;
  view->resources = rang_office_list_resources (office, &view->session, error);
  if (view->resources == NULL)
    return FALSE;
  view->roster = rang_office_list_roster (office, &view->session, error);
  return view->roster != NULL;
}

static gboolean
load_lists (RangDayView *view, RangOffice *office, GError **error)
{
  view->lists = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_department_list_free);
  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);
      RangDepartmentList *list = rang_office_get_department_list (office, &view->session, department->id, error);

      if (list == NULL)
        return FALSE;
      g_ptr_array_add (view->lists, list);
    }
  view->orders = rang_office_list_orders (office, &view->session, error);
  return view->orders != NULL;
}

static void
load_changes (RangDayView *view, RangOffice *office)
{
  const RangVersionInfo *newest = rang_day_view_get_newest (view);

  if (newest != NULL && newest->amendment)
    view->changes = rang_office_list_version_changes (office, &view->session, newest->number, NULL);
}

static gboolean
load_decisions (RangDayView *view, RangOffice *office, GError **error)
{
  view->versions = rang_office_list_versions (office, &view->session, error);
  if (view->versions == NULL)
    return FALSE;
  load_changes (view, office);
  view->pending = rang_office_list_pending_reasons (office, &view->session, error);
  if (view->pending == NULL)
    return FALSE;
  view->pushes = rang_office_list_pushes (office, &view->session, error);
  if (view->pushes == NULL)
    return FALSE;
  view->budgets = rang_office_list_push_budgets (office, error);
  if (view->budgets == NULL)
    return FALSE;
  return rang_office_get_own_steps (office, &view->session, &view->can_undo, &view->can_redo, error);
}

static void
load_delivery (RangDayView *view, RangOffice *office)
{
  view->unclosed = RANG_DAY_NONE;
  view->balance = rang_office_balance (office, &view->session, NULL);
  view->locks = rang_office_list_locks (office, &view->session, NULL);
  view->requests = rang_office_list_requests (office, &view->session, NULL);
  rang_office_unclosed_day (office, &view->session, &view->unclosed, NULL);
}

static void
load_newest (RangDayView *view, RangOffice *office)
{
  g_autoptr (GPtrArray) entries = rang_office_list_log (office, 1, NULL);

  if (entries != NULL && entries->len > 0)
    view->newest = rang_log_entry_copy (g_ptr_array_index (entries, entries->len - 1));
}

RangDayView *
rang_day_view_load (RangOffice *office, const RangSession *session, gboolean provisional, GError **error)
{
  g_autoptr (RangDayView) view = g_new0 (RangDayView, 1);

  view->session = *session;
  view->provisional = provisional;
  if (view->session.day == RANG_DAY_NONE)
    view->session.day = rang_office_today (office);

  if (!load_office (view, office, error) || !load_lists (view, office, error) || !load_decisions (view, office, error))
    return NULL;
  load_newest (view, office);
  load_delivery (view, office);
  return g_steal_pointer (&view);
}

/* ---- What needs the board -------------------------------------------------------------------------------------- */

static void
take_board (RangDayView *view, RangOffice *office, RangBoard *board)
{
  const GArray *waiting = rang_board_get_waiting (board);

  view->board = rang_board_ref (board);
  view->routes = rang_office_routes_of_board (office, &view->session, board);
  view->waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (view->waiting, waiting->data, waiting->len);
}

static gboolean
load_by_board (RangDayView *view, RangOffice *office, GError **error)
{
  view->waiting = rang_office_not_on_board (office, &view->session, error);
  if (view->waiting == NULL)
    return FALSE;
  g_clear_pointer (&view->conflicts, g_ptr_array_unref);
  view->conflicts = rang_office_list_conflicts (office, &view->session, error);
  view->routes = rang_office_load_routes (office, &view->session, NULL);
  return view->conflicts != NULL;
}

static gboolean
load_without_board (RangDayView *view, RangOffice *office, const GError *problem, GError **error)
{
  view->board_problem = g_strdup (problem->message);
  view->waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  view->conflicts = rang_office_list_known_conflicts (office, &view->session, error);
  return view->conflicts != NULL;
}

gboolean
rang_day_view_load_board (
    RangDayView *view, RangOffice *office, const RangBoardWatch *watch, GCancellable *cancellable, GError **error)
{
  RangBoardWatch watching = *watch;
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (GError) problem = NULL;

  if (rang_day_view_get_newest (view) != NULL)
    watching.stop = NULL;
  board = rang_office_load_watched_board (office, &view->session, view->provisional ? NULL : &watching, cancellable,
                                          &problem);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (board == NULL)
    return load_without_board (view, office, problem, error);
  if (!rang_board_get_unfinished (board))
    {
      view->board = g_steal_pointer (&board);
      return load_by_board (view, office, error);
    }
  take_board (view, office, board);
  if (view->conflicts == NULL)
    view->conflicts = rang_office_list_known_conflicts (office, &view->session, error);
  return view->conflicts != NULL;
}

static GPtrArray *
share (GPtrArray *array)
{
  return array != NULL ? g_ptr_array_ref (array) : NULL;
}

RangDayView *
rang_day_view_with_board (const RangDayView *view, RangOffice *office, RangBoard *board)
{
  RangDayView *copy = g_memdup2 (view, sizeof *view);

  copy->settings = rang_settings_copy (view->settings);
  copy->departments = share (view->departments);
  copy->people = share (view->people);
  copy->deputies = share (view->deputies);
  copy->lists = share (view->lists);
  copy->versions = share (view->versions);
  copy->changes = view->changes != NULL ? g_array_ref (view->changes) : NULL;
  copy->pending = share (view->pending);
  copy->conflicts = share (view->conflicts);
  copy->pushes = share (view->pushes);
  copy->budgets = g_array_ref (view->budgets);
  copy->roster = share (view->roster);
  copy->resources = share (view->resources);
  copy->orders = share (view->orders);
  copy->balance = NULL;
  copy->provisional = FALSE;
  copy->locks = view->locks != NULL ? g_array_ref (view->locks) : NULL;
  copy->requests = share (view->requests);
  copy->newest = view->newest != NULL ? rang_log_entry_copy (view->newest) : NULL;
  take_board (copy, office, board);
  return copy;
}

void
rang_day_view_free (RangDayView *view)
{
  if (view == NULL)
    return;
  g_clear_pointer (&view->settings, rang_settings_free);
  g_clear_pointer (&view->departments, g_ptr_array_unref);
  g_clear_pointer (&view->people, g_ptr_array_unref);
  g_clear_pointer (&view->deputies, g_ptr_array_unref);
  g_clear_pointer (&view->board, rang_board_unref);
  g_clear_pointer (&view->lists, g_ptr_array_unref);
  g_clear_pointer (&view->versions, g_ptr_array_unref);
  g_clear_pointer (&view->changes, g_array_unref);
  g_clear_pointer (&view->pending, g_ptr_array_unref);
  g_clear_pointer (&view->conflicts, g_ptr_array_unref);
  g_clear_pointer (&view->pushes, g_ptr_array_unref);
  g_clear_pointer (&view->budgets, g_array_unref);
  g_clear_pointer (&view->waiting, g_array_unref);
  g_clear_pointer (&view->routes, g_ptr_array_unref);
  g_clear_pointer (&view->roster, g_ptr_array_unref);
  g_clear_pointer (&view->resources, g_ptr_array_unref);
  g_clear_pointer (&view->orders, g_ptr_array_unref);
  g_clear_pointer (&view->balance, rang_day_balance_free);
  g_clear_pointer (&view->locks, g_array_unref);
  g_clear_pointer (&view->requests, g_ptr_array_unref);
  g_clear_pointer (&view->newest, rang_log_entry_free);
  g_free (view->board_problem);
  g_free (view);
}

const RangPerson *
rang_day_view_find_person (const RangDayView *view, gint64 id)
{
  for (guint i = 0; i < view->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (view->people, i);

      if (person->id == id)
        return person;
    }
  return NULL;
}

const char *
rang_day_view_person_name (const RangDayView *view, gint64 id)
{
  const RangPerson *person = rang_day_view_find_person (view, id);

  return person != NULL ? person->name : "–";
}

const RangDepartment *
rang_day_view_find_department (const RangDayView *view, gint64 id)
{
  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);

      if (department->id == id)
        return department;
    }
  return NULL;
}

const RangDepartmentList *
rang_day_view_find_list (const RangDayView *view, gint64 department)
{
  for (guint i = 0; i < view->lists->len; i++)
    {
      const RangDepartmentList *list = g_ptr_array_index (view->lists, i);

      if (list->department == department)
        return list;
    }
  return NULL;
}

const RangOrderView *
rang_day_view_find_order (const RangDayView *view, gint64 number)
{
  for (guint i = 0; i < view->orders->len; i++)
    {
      const RangOrderView *order = g_ptr_array_index (view->orders, i);

      if (order->order->number == number)
        return order;
    }
  return NULL;
}

const RangPush *
rang_day_view_find_push (const RangDayView *view, gint64 id)
{
  for (guint i = 0; i < view->pushes->len; i++)
    {
      const RangPush *push = g_ptr_array_index (view->pushes, i);

      if (push->id == id)
        return push;
    }
  return NULL;
}

const RangPush *
rang_day_view_find_push_of (const RangDayView *view, gint64 order)
{
  const RangPush *latest = NULL;

  for (guint i = 0; i < view->pushes->len; i++)
    {
      const RangPush *push = g_ptr_array_index (view->pushes, i);

      if (push->order == order && (latest == NULL || push->id > latest->id))
        latest = push;
    }
  return latest;
}

guint
rang_day_view_count_open_pushes (const RangDayView *view)
{
  guint count = 0;

  for (guint i = 0; i < view->pushes->len; i++)
    count += ((const RangPush *)g_ptr_array_index (view->pushes, i))->state == RANG_PUSH_OPEN;
  return count;
}

const RangVersionInfo *
rang_day_view_get_binding (const RangDayView *view)
{
  for (guint i = view->versions->len; i > 0; i--)
    {
      const RangVersionInfo *version = g_ptr_array_index (view->versions, i - 1);

      if (version->binding)
        return version;
    }
  return NULL;
}

const RangVersionInfo *
rang_day_view_get_newest (const RangDayView *view)
{
  for (guint i = view->versions->len; i > 0; i--)
    {
      const RangVersionInfo *version = g_ptr_array_index (view->versions, i - 1);

      if (version->state != RANG_VERSION_RETURNED)
        return version;
    }
  return NULL;
}

const RangVersionInfo *
rang_day_view_get_returned (const RangDayView *view)
{
  const RangVersionInfo *last
      = view->versions->len > 0 ? g_ptr_array_index (view->versions, view->versions->len - 1) : NULL;

  return last != NULL && last->state == RANG_VERSION_RETURNED ? last : NULL;
}

guint
rang_day_view_count_open_conflicts (const RangDayView *view)
{
  guint count = 0;

  for (guint i = 0; i < view->conflicts->len; i++)
    count += ((const RangConflict *)g_ptr_array_index (view->conflicts, i))->state == RANG_CONFLICT_OPEN;
  return count;
}

gboolean
rang_day_view_is_locked (const RangDayView *view, gint64 order)
{
  for (guint i = 0; view->locks != NULL && i < view->locks->len; i++)
    if (g_array_index (view->locks, RangLock, i).order == order)
      return TRUE;
  return FALSE;
}

guint
rang_day_view_count_alarms (const RangDayView *view)
{
  guint count = 0;

  for (guint i = 0; view->requests != NULL && i < view->requests->len; i++)
    count += ((const RangLockRequest *)g_ptr_array_index (view->requests, i))->open ? 1 : 0;
  for (guint r = 0; view->routes != NULL && r < view->routes->len; r++)
    {
      const RangBoardRoute *route = g_ptr_array_index (view->routes, r);

      for (guint s = 0; s < route->stops->len; s++)
        {
          const RangBoardStop *stop = &g_array_index (route->stops, RangBoardStop, s);

          count += !stop->done && stop->minutes_late == 0 && (stop->expected_late > 0 || stop->missed) ? 1 : 0;
        }
    }
  return count;
}

const char *
rang_day_view_resource_name (const RangDayView *view, gint64 id)
{
  for (guint i = 0; i < view->resources->len; i++)
    if (((const RangResource *)g_ptr_array_index (view->resources, i))->id == id)
      return ((const RangResource *)g_ptr_array_index (view->resources, i))->name;
  return "–";
}
