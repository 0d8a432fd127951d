"""Talks to a kernel as Jupyter's clients do; prints a line for each thing that is as it should be."""
import os
import sys
import time

from jupyter_client.manager import start_new_kernel

manager, client = start_new_kernel(kernel_name=sys.argv[1], startup_timeout=60)


def run(code, **options):
    """The reply, and what was published on the way."""
    request = client.execute(code, **options)
    return collect(request)


def collect(request):
    content = reply_to(request)
    published = []
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") != request:
            continue
        published.append((message["msg_type"], message["content"]))
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return content, published


def reply_to(request):
    while True:
        reply = client.get_shell_msg(timeout=60)
        if reply["parent_header"].get("msg_id") == request:
            return reply["content"]


def of(published, kind):
    return [content for name, content in published if name == kind]


def told(what, good):
    print(("ok " if good else "BAD ") + what, flush=True)


try:
    reply, published = run("int a = 40 + Rank;")
    told("a definition shows nothing", reply["status"] == "ok" and not of(published, "execute_result") and of(published, "execute_input")[0]["execution_count"] == 1)
    reply, published = run("a + 2")
    told("values with their ranks", of(published, "execute_result")[0]["data"]["text/plain"] == "[0] 42\n[1] 43")
    reply, published = run('Console.WriteLine("both"); if (Rank == 1) Console.WriteLine("one");')
    told("output", "".join(stream["text"] for stream in of(published, "stream")) == "[0-1] both\n[1] one\n")
    told("completion", {"Allreduce", "Rank"} <= set(reply_to(client.complete("World."))["matches"]))

    described = reply_to(client.inspect("var m = World.Allreduce(1, Operation<int>.Add);", cursor_pos=15))
    told("inspection", described["found"] and "Allreduce" in described["data"]["text/plain"] and "Collective" in described["data"]["text/plain"])
    told("inspection of nothing", not reply_to(client.inspect("nothing", cursor_pos=3))["found"])
    reply, published = run("a?")
    told("a question", "".join(stream["text"] for stream in of(published, "stream")) == "int a\n")

    first = client.execute('if (Rank == 1) throw new InvalidOperationException("not here");')
    second = client.execute("Console.WriteLine(7);")
    reply, published = collect(first)
    error = of(published, "error")[0]
    told("an error of one rank", error["ename"] == "System.InvalidOperationException" and error["evalue"] == "not here" and "rank 1" in "\n".join(error["traceback"]))
    told("the next cell is given up", reply_to(second)["status"] == "aborted")
    reply, published = run("a")
    told("what was defined is still there", of(published, "execute_result")[0]["data"]["text/plain"] == "[0] 40\n[1] 41")

    reply, published = run("a +")
    told("an error of the compiler", of(published, "error")[0]["ename"] == "Compilation" and "CS1733" in reply["evalue"])
    told("a beginning", reply_to(client.is_complete("for (;;)\n{"))["status"] == "incomplete")
    told("a whole", reply_to(client.is_complete("a + 1"))["status"] == "complete")

    request = client.execute("while (true) { a = a; }")
    time.sleep(2)
    manager.interrupt_kernel()
    reply, published = collect(request)
    told("interruption", reply["status"] == "error" and reply["ename"] == "Interrupted")
    reply, published = run("World.Size")
    told("the session goes on", of(published, "execute_result")[0]["data"]["text/plain"] == "2")
    reply, published = run("%rank 1 a")
    told("one rank", of(published, "execute_result")[0]["data"]["text/plain"] == "41")
    reply, published = run("%restart")
    reply, published = run("a")
    told("ranks anew", reply["status"] == "error" and "CS0103" in reply["evalue"])
    reply, published = run("Environment.ProcessId")
    ranks = [int(part.split()[-1]) for part in of(published, "execute_result")[0]["data"]["text/plain"].split("\n")]
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=False)
deadline = time.time() + 10
while time.time() < deadline and any(os.path.exists(f"/proc/{rank}") for rank in ranks):
    time.sleep(0.1)
told("no rank stays", len(ranks) == 2 and not any(os.path.exists(f"/proc/{rank}") for rank in ranks))
