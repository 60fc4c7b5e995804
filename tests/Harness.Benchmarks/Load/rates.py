"""Calls every server in turn with wrk, round after round; prints medians, and ratios to the first of them."""
import re
import statistics
import subprocess
import sys


def rate(port, script, seconds):
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", *(["-s", script] if script else []), f"http://127.0.0.1:{port}/"]
    return float(re.search(r"Requests/sec:\s+([\d.]+)", subprocess.run(command, capture_output=True, text=True, check=True).stdout)[1])


rounds, seconds = int(sys.argv[1]), sys.argv[2]
servers = [(name, *where.split(":", 1)) for name, where in (argument.split("=", 1) for argument in sys.argv[3:])]
for name, port, script in servers:
    rate(port, script, 10)  # Until the compiler has seen everything, and twice: what is called often it compiles again.
rates = {name: [] for name, _, _ in servers}
for _ in range(rounds):
    for name, port, script in servers:
        rates[name].append(rate(port, script, seconds))


def ratio(name, other):
    return statistics.median(a / b for a, b in zip(rates[name], rates[other]))


first, same = servers[0][0], servers[1][0]
print(f"{'requests/s, median of ' + str(rounds):28}{'':>8}   to {first}   to {first} with {same}")
for name, _, _ in servers:
    print(f"{name:28}{statistics.median(rates[name]):8.0f}   {ratio(name, first):7.2f}   {ratio(name, same):7.2f}")
print(f"flat: the same few operations are answered at {ratio('few, of all', 'few, of few'):.2f} of their rate when all others are there too")
