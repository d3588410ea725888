# SPDX-FileCopyrightText: 2026 The Tierscope authors
# SPDX-License-Identifier: MIT
"""What the tests of the Python runner give it to run: tasks that behave and tasks that do not."""
import ctypes
import mmap
import os
import resource
import signal
import subprocess
import sys
import threading
import time


def noop(*args):
    pass


def spin(iterations):
    for _ in range(iterations):
        pass


def touch_and_nap(pages, naps):
    """Touches memory that nobody had before, and waits a few times."""
    with mmap.mmap(-1, pages * mmap.PAGESIZE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as fresh:
        fresh.madvise(15)  # MADV_NOHUGEPAGE
        for page in range(pages):
            fresh[page * mmap.PAGESIZE] = 1
    for _ in range(naps):
        time.sleep(0.0002)


def touch_and_leave_at(index, bad):
    touch_and_nap(200, 0)
    if index == bad:
        os._exit(3)


def boom():
    raise ValueError("boom")


def builtin_boom():
    int("no number")


def swallowing_boom():
    try:
        boom()
    finally:
        pass


class Unreadable(Exception):
    def __str__(self):
        raise RuntimeError


def raise_this(what):
    raise {"empty": KeyError(), "lines": OSError("one\n  two"), "surrogate": OSError("bad \udcff name"),
           "long": OSError("x" * 100000), "unreadable": Unreadable(), "interrupt": KeyboardInterrupt()}[what]


def leave(code):
    sys.exit(code)


def vanish(status):
    os._exit(status)


def crash(number):
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.kill(os.getpid(), number)


def fail_if(index, bad, how, *args):
    if index == bad:
        how(*args)


def crash_at(index, bad):
    fail_if(index, bad, crash, signal.SIGSEGV)


def hang_at(index, bad):
    fail_if(index, bad, hang)


def say(text):
    os.write(2, (text + "\n").encode())


def trace(path, text):
    fd = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(fd, (text + "\n").encode())
    os.close(fd)


def trace_pid(path, index):
    trace(path, index + " " + str(os.getpid()))


def trace_parent(path):
    trace(path, str(os.getppid()))


def hang():
    say("pid %d" % os.getpid())
    while True:  # not signal.pause(): a signal that came just before it would be noticed by nobody
        time.sleep(0.05)


def hang_swallowing_twice():
    for _ in range(2):
        try:
            hang()
        except BaseException:
            pass
    hang()


def hang_in_a_thread():
    threading.Thread(target=signal.sigwait, args=([signal.SIGUSR1],)).start()


def hang_ignoring_everything():
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    hang()


def take_the_handlers(index):
    if index == "1":
        hang()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGCHLD):
        signal.signal(number, signal.SIG_IGN)


def shout(megabytes):
    line = "x" * 1023 + "\n"
    for _ in range(megabytes * 512):
        sys.stdout.write(line)
        os.write(1, line.encode())
    subprocess.run(["head", "-c", "1000000", "/dev/zero"], check=True)
    say("to stderr")


def read_stdin():
    if sys.stdin.read() or os.read(0, 1) or os.readlink("/proc/self/fd/0") != os.devnull:
        raise RuntimeError("there was input, or could have been")


def leave_behind(kind, then_hang):
    # A process that shares our pipes (fork without exec), and one that does not (exec).
    pid = os.fork()
    if pid == 0:
        if kind == "session":
            os.setsid()
        libc_pause = ctypes.CDLL(None).pause
        while True:
            libc_pause()
    other = subprocess.Popen(["sleep", "1000"], start_new_session=kind == "session")
    say("pid %d" % pid)
    say("pid %d" % other.pid)
    if then_hang:
        hang()


def leave_behind_then_hang(index):
    if index == "0":
        leave_behind("group", False)
    else:
        hang()


def leave_zombie_or_count_them(index, last, most):
    if index != last:
        if os.fork() == 0:
            os.setsid()
            os._exit(0)
        return
    zombies = 0
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % pid) as stat:
                state, parent = stat.read().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        zombies += state == "Z" and parent == str(os.getppid())
    if zombies > most:
        raise RuntimeError("%d zombies" % zombies)


def fork_and_return():
    os.fork()


def own_its_arguments(numbers, table):
    if numbers != [1, 2] or table != {"a": ["b"]}:
        raise RuntimeError("changed by another task")
    numbers.append(3)
    table["a"].append("c")


def expect(*args):
    if args[0] != args[1]:
        raise RuntimeError("%r is not %r" % args)


def expect_in_slot(path, slot_file):
    with open(slot_file) as file:
        trace(path, file.read())
    with open(slot_file, "w") as file:
        file.write("x")


def trace_descriptors(path):
    trace(path, str(len(os.listdir("/proc/self/fd"))))


def default_signals():
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGALRM, signal.SIGCHLD):
        if signal.getsignal(number) != signal.SIG_DFL:
            raise RuntimeError("%d is handled" % number)
    if signal.pthread_sigmask(signal.SIG_BLOCK, ()):
        raise RuntimeError("signals are blocked")
    if os.getpgid(0) != os.getpid():
        raise RuntimeError("not its own group")


def by_plan(path, index, plan):
    trace(path, index)
    what, amount = plan[int(index)]
    {"spin": spin, "boom": lambda _: boom(), "leave": leave, "vanish": vanish, "crash": crash}[what](amount)


async def coroutine():
    pass


def generator():
    yield


not_a_function = 3
