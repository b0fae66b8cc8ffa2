/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for reading passwords: from a file descriptor or the terminal, never from the arguments. */
#include <fcntl.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "rang-cli.h"

#define LONGEST 1024

/* Byte by byte, so that the next line is left for who asks next. */
static char *
read_line (int fd)
{
  char line[LONGEST + 1];
  gsize length = 0;
  char c;
  char *copy;

  for (;;)
    {
      gssize got = read (fd, &c, 1);

      if (got < 0 || (got == 0 && length == 0))
        return NULL;
      if (got == 0 || c == '\n' || length == LONGEST)
        break;
      line[length++] = c;
    }
  if (length > 0 && line[length - 1] == '\r')
    length--;
  line[length] = '\0';
  copy = g_utf8_validate (line, (gssize)length, NULL) ? g_strdup (line) : NULL;
  for (volatile char *p = line; p < line + length; p++)
    *p = '\0';
  return copy;
}

static void
say (int fd, const char *text)
{
  gsize length = strlen (text);

  while (length > 0)
    {
      gssize written = write (fd, text, length);

      if (written <= 0)
        return;
      text += written;
      length -= (gsize)written;
    }
}

static char *
ask_terminal (const char *prompt)
{
  int tty = open ("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  struct termios shown, hidden;
  char *line;

  if (tty < 0)
    return NULL;
  if (tcgetattr (tty, &shown) != 0)
    {
      close (tty);
      return NULL;
    }
  hidden = shown;
  hidden.c_lflag &= ~(tcflag_t)ECHO;
  say (tty, prompt);
  tcsetattr (tty, TCSAFLUSH, &hidden);
  line = read_line (tty);
  tcsetattr (tty, TCSAFLUSH, &shown);
  say (tty, "\n");
  close (tty);
  return line;
}

char *
rang_cli_read_password (RangCli *cli, const char *prompt)
{
  return cli->password_fd >= 0 ? read_line (cli->password_fd) : ask_terminal (prompt);
}
