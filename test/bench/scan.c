/* The floor: what a plain scan of a pcapng file costs that counts RTP streams. Little-endian captures of Ethernet. */
#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define SLOTS (1 << 16)
#define CHUNK (1 << 20)

struct stream {
  uint32_t source, destination, ports, ssrc;
  uint32_t packets, timestamp;
  uint16_t first, last;
  double time, jitter, min_delta, max_delta, sum_delta, max_jitter, sum_jitter;
};

static struct stream streams[SLOTS];
static uint8_t buffer[CHUNK];

static uint32_t le32(const uint8_t *at) { uint32_t value; memcpy(&value, at, 4); return value; }
static uint32_t be16(const uint8_t *at) { return at[0] << 8 | at[1]; }
static uint32_t be32(const uint8_t *at) { return be16(at) << 16 | be16(at + 2); }

static void count(const uint8_t *ip, const uint8_t *udp, double time) {
  const uint8_t *rtp = udp + 8;
  uint32_t source = be32(ip + 12), destination = be32(ip + 16), ports = be32(udp), ssrc = be32(rtp + 8);
  uint32_t slot = (ssrc ^ source * 31u ^ destination * 37u ^ ports) * 2654435761u >> 16;
  struct stream *s = streams + slot;
  while (s->packets && (s->ssrc != ssrc || s->source != source || s->destination != destination || s->ports != ports))
    s = streams + (slot = (slot + 1) % SLOTS);
  uint32_t timestamp = be32(rtp + 4);
  if (s->packets++) {
    double delta = time - s->time;
    s->jitter += (fabs(delta - (int32_t)(timestamp - s->timestamp) / 8.0) - s->jitter) / 16;
    if (s->packets == 2 || delta < s->min_delta) s->min_delta = delta;
    if (delta > s->max_delta) s->max_delta = delta;
    if (s->jitter > s->max_jitter) s->max_jitter = s->jitter;
    s->sum_delta += delta;
    s->sum_jitter += s->jitter;
  } else {
    s->source = source, s->destination = destination, s->ports = ports, s->ssrc = ssrc;
    s->first = be16(rtp + 2);
  }
  s->last = be16(rtp + 2);
  s->timestamp = timestamp;
  s->time = time;
}

static void frame(const uint8_t *bytes, uint32_t length, double time) {
  if (length < 54 || be16(bytes + 12) != 0x0800) return;
  const uint8_t *ip = bytes + 14, *udp = ip + (ip[0] & 15) * 4;
  if (ip[0] >> 4 != 4 || ip[9] != 17 || udp + 20 > bytes + length || udp[8] >> 6 != 2) return;
  count(ip, udp, time);
}

int main(int argc, char **argv) {
  int file = open(argv[argc - 1], O_RDONLY);
  size_t filled = 0;
  for (ssize_t got; (got = read(file, buffer + filled, CHUNK - filled)) > 0;) {
    size_t at = 0;
    filled += got;
    while (at + 12 <= filled && at + le32(buffer + at + 4) <= filled) {
      const uint8_t *block = buffer + at;
      if (le32(block) == 6)
        frame(block + 28, le32(block + 20), ((uint64_t)le32(block + 12) << 32 | le32(block + 16)) / 1000.0);
      at += le32(block + 4);
    }
    memmove(buffer, buffer + at, filled - at);
    filled -= at;
  }
  for (int i = 0; i < SLOTS; i++) {
    struct stream *s = streams + i;
    if (s->packets)
      printf("%08x %u %d %f %f %f %f %f\n", s->ssrc, s->packets, (uint16_t)(s->last - s->first) + 1 - (int)s->packets,
             s->min_delta, s->sum_delta / s->packets, s->max_delta, s->sum_jitter / s->packets, s->max_jitter);
  }
  return 0;
}
