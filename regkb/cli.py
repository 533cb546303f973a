"""The command line: global options, and the commands found by the name of their module in `regkb.commands`.

A module `regkb/commands/<name>.py` holds a click command `command`; it imports what it needs inside its functions, so
that the list of commands costs nothing. `ctx.obj` is a `Settings`. Data goes to stdout, messages to stderr; the exit
status is 0 when done, 1 when nothing was found or something failed, 2 on wrong use.
"""

from __future__ import annotations

import errno
import os
import pkgutil
import sys
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

import click

from regkb import __version__, commands
from regkb.errors import RegkbError

DEFAULT_BASE = "regkb.duckdb"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the global options say: the base's name, and whether tracebacks are wanted."""

    db: str
    debug: bool = False


class CommandFolder(click.Group):
    """A group whose commands are the modules of `regkb.commands`, imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, or `None` where there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found = import_module(f"regkb.commands.{cmd_name}").command
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with; where there is none, tell which has a name like it."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = get_close_matches(args[0], self.list_commands(ctx), 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(error.message + hint, ctx) from None


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    """Print the versions of the program, of the base's tables and of the record, and end."""
    if not wanted:
        return
    from regkb.kb.schema import SCHEMA_VERSION
    from regkb.schemas.record import SCHEMA

    click.echo(f"regkb {__version__} (tables {SCHEMA_VERSION}, record {SCHEMA})")
    ctx.exit()


@click.group(
    cls=CommandFolder,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: regkb ingest acts/ && regkb validity '275 2016-06-02' --on 2018-05-01",
)
@click.option(
    "--db",
    metavar="FILE",
    envvar="REGKB_DB",
    default=DEFAULT_BASE,
    show_default=True,
    help="The base; the variable REGKB_DB names it too.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the versions."
)
@click.pass_context
def cli(ctx: click.Context, db: str, debug: bool) -> None:
    """Regulations of public services as a knowledge base: text, procedures, references, validity."""
    ctx.obj = Settings(db, debug)
    if os.environ.get("NO_COLOR"):
        ctx.color = False


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with its status; an error is one line with its remedy, unless `--debug`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        status = cli.main(arguments, prog_name="regkb", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _stop()
    except BrokenPipeError:
        # the reader of our output has gone; the interpreter must not try to flush to it again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:
        # so Python 3.11 says that a class was being made when Ctrl-C came
        if isinstance(error.__cause__, KeyboardInterrupt):
            _stop()
        if "--debug" in arguments:
            raise
        click.echo(f"regkb: {' '.join(_explain(error).split())}", err=True)
        for line in error.details if isinstance(error, RegkbError) else ():
            click.echo(line, err=True)
        sys.exit(1)
    sys.exit(status if isinstance(status, int) else 0)


def _stop() -> NoReturn:
    """Exit as one who was interrupted."""
    click.echo("regkb: stopped", err=True)
    sys.exit(130)


def _explain(error: Exception) -> str:
    """Return what went wrong and what helps, in a line."""
    if isinstance(error, RegkbError):
        return str(error)
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}; check the name, the rights and the room on the disk"
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
        return f"the output cannot be written: {error.strerror}; make room, or send it elsewhere"
    from regkb.kb.store import DAMAGE_REMEDY, DAMAGED

    if DAMAGED in str(error):
        return f"the base is damaged ({error}); {DAMAGE_REMEDY}"
    return f"internal error: {type(error).__name__}: {error}; regkb --debug … shows where"


if __name__ == "__main__":
    main()
