"""Load for a server: PORT SECONDS CONNECTIONS. Standard library only.

Each connection is kept and asks one address after the other, in an order of its own. Fails when an answer is neither
2xx, 3xx nor a refusal that tells when to try again (429, or 503 with Retry-After), when a connection breaks, or when
the server's memory at the end is more than 1.05 times that after ten seconds.
"""
import asyncio
import json
import random
import re
import statistics
import sys
import time

port, seconds, connections = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3])
counts, times, broken = {}, [], []


async def ask(reader, writer, path, headers=""):
    writer.write(f"GET {path} HTTP/1.1\r\nHost: load\r\nAccept-Encoding: gzip\r\n{headers}\r\n".encode())
    await writer.drain()
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    status = int(head.split(" ", 2)[1])
    length = re.search(r"(?i)\r\ncontent-length: (\d+)", head)
    body = b""
    if status in (204, 304):
        pass
    elif length:
        body = await reader.readexactly(int(length.group(1)))
    else:
        while size := int((await reader.readuntil(b"\r\n")).strip() or b"0", 16):
            body += await reader.readexactly(size)
            await reader.readexactly(2)
        await reader.readexactly(2)
    return status, head, body


async def text(path):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: load\r\nConnection: close\r\n\r\n".encode())
    answer = (await reader.read()).decode()
    writer.close()
    return answer.split("\r\n\r\n", 1)[1]


async def memory():
    return float(re.search(r"(?m)^milepost_resident_memory_bytes (\S+)", await text("/metrics")).group(1))


async def addresses():
    indicators = [i["id"] for i in json.loads(await text("/api/v1/indicators"))["indicators"]]
    areas = [a["code"] for a in json.loads(await text("/api/v1/areas"))["areas"]]
    pages = ["/", "/en/index.html", "/en/indicators/index.html", "/style.css", "/search.js"]
    pages += [f"/en/indicators/{i.lower()}/index.html" for i in indicators[:8]]
    data = ["/api/v1/plan", "/api/v1/releases", "/api/v1/assessments", "/api/v1/availability", "/health"]
    data += [f"/api/v1/observations?indicator={i}&limit=500" for i in indicators[:8]]
    data += [f"/api/v1/observations?indicator={indicators[0]}&area={a}" for a in areas[:8]]
    sdmx = ["/sdmx/v2/structure/dataflow", "/sdmx/v1/dataflow"]
    flows = re.findall(r"<(?:\w+:)?Dataflow [^>]*\bid=\"(\w+)\"", await text("/sdmx/v1/dataflow"))
    sdmx += [f"/sdmx/v1/data/{flow}/all" for flow in flows[:4]]
    # A server without SDMX answers 404, which is no failure of the load.
    sdmx = [p for p in sdmx if not (await text(p)).startswith('{"type":"about:blank"')]
    return pages, data, sdmx


async def client(number, mixed, end):
    choice = random.Random(number)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    tags = {}
    try:
        while time.monotonic() < end:
            path = choice.choice(choice.choice([kind for kind in mixed if kind]))
            tag = tags.get(path)
            began = time.monotonic()
            status, head, _ = await ask(reader, writer, path, f"If-None-Match: {tag}\r\n" if tag and choice.random() < 0.3 else "")
            times.append(time.monotonic() - began)
            found = re.search(r"(?i)\r\netag: (\S+)", head)
            if found:
                tags[path] = found.group(1)
            counts[status] = counts.get(status, 0) + 1
            if not (status < 400 or status in (429, 503) and "retry-after" in head.lower()):
                broken.append(f"{status} {path}")
    except (OSError, asyncio.IncompleteReadError) as error:
        broken.append(f"{type(error).__name__} {path}")
    finally:
        writer.close()


async def main():
    mixed = await addresses()
    end = time.monotonic() + seconds
    clients = [asyncio.create_task(client(number, mixed, end)) for number in range(connections)]
    await asyncio.sleep(min(10, seconds / 2))
    early = await memory()
    await asyncio.gather(*clients)
    late = await memory()
    ordered = sorted(times)
    print(f"{len(times)} requests in {seconds:.0f} s over {connections} connections: {len(times) / seconds:.0f} a second")
    print("by status:", ", ".join(f"{status}: {count}" for status, count in sorted(counts.items())))
    print(f"ms: median {statistics.median(ordered) * 1000:.1f}, 99 % {ordered[len(ordered) * 99 // 100] * 1000:.1f}, most {ordered[-1] * 1000:.1f}")
    print(f"memory: {early / 1e6:.1f} MB early, {late / 1e6:.1f} MB late ({late / early:.3f})")
    if broken:
        sys.exit(f"{len(broken)} failures: {', '.join(sorted(set(broken))[:10])}")
    if late > 1.05 * early:
        sys.exit("memory grows")


asyncio.run(main())
