import type { Chapter } from './types';

const memory = 'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/';
const latency = 'https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/';

export const defragmentation: Chapter = {
  title: 'Active defragmentation',
  directives: {
    'active-defrag-cycle-max': {
      usage: '<percent>',
      does: 'Upper end of the CPU share, in percent of one core, that defragmentation takes from the main thread; reached at `active-defrag-threshold-upper`.',
      change:
        'Raise to 40 or 50 on a server with idle CPU that must give memory back soon; lower to 10 when latency has priority.',
      risk: 'The time is taken from command processing. The 75 percent of Redis 5.0 leaves a quarter of the core for clients while a badly fragmented heap is being repaired.',
      link: memory,
    },
    'active-defrag-cycle-min': {
      usage: '<percent>',
      does: 'Lower end of the CPU share, in percent of one core; used as soon as fragmentation passes `active-defrag-threshold-lower`. In between, the effort rises evenly to `active-defrag-cycle-max`.',
      change: 'Raise from 1 to 5 when fragmentation settles above the lower threshold and never shrinks.',
      risk: 'A value above the maximum makes little sense and is not refused. High values cost throughput around the clock, because mild fragmentation is the normal state of a busy server.',
      link: memory,
    },
    'active-defrag-cycle-us': {
      usage: '<microseconds>',
      does: 'Valkey only. Length of one defragmentation slice; the CPU share of `active-defrag-cycle-min` and `-max` is reached mainly by running slices more often, not by making them longer.',
      change: 'Lower to 200 when the 99.9th percentile matters; raise to 1000 or more for batch systems.',
      risk: 'Each slice is a pause for every client: 100000, the maximum, means stalls of a tenth of a second. Very short slices spend more time switching than moving data.',
      link: 'https://valkey.io/topics/valkey.conf',
    },
    'active-defrag-ignore-bytes': {
      usage: '<bytes>',
      does: 'Defragmentation does not start while less than this amount of memory is wasted, whatever the percentage says.',
      change: 'Lower to 20mb on instances below 1 GB; raise to 1gb on instances of 50 GB and more.',
      risk: 'On small instances the default of 100 MB means that a heap of 150 MB for 60 MB of data is never touched. Set too low, the scan runs for a gain of a few megabytes.',
      link: memory,
    },
    'active-defrag-max-scan-fields': {
      usage: '<fields>',
      does: 'Hashes, sets, sorted sets, lists and streams with more elements than this are set aside and defragmented in small steps instead of in one go.',
      change:
        'Lower to 500 when `LATENCY LATEST` shows `active-defrag-cycle` spikes on a dataset with many mid-sized collections.',
      risk: 'With a value of 100000 a single key can hold the main thread for several milliseconds. Very low values put most keys on the slow path and lengthen the pass.',
      link: latency,
    },
    'active-defrag-threshold-lower': {
      usage: '<percent>',
      does: 'Fragmentation at which defragmentation starts, with the effort of `active-defrag-cycle-min`. 10 means that the heap is 10 percent larger than the data in it.',
      change: 'Raise to 20 or 25 when a stable heap keeps the defragmenter busy without ever getting better.',
      risk: 'With 0 it scans all the time. Values of 50 and more mean that half as much memory again is lost before anything happens, which can push a host into swap.',
      link: memory,
    },
    'active-defrag-threshold-upper': {
      usage: '<percent>',
      does: 'Fragmentation at which defragmentation works with the full effort of `active-defrag-cycle-max`. 100 means that the heap is twice as large as the data.',
      change: 'Lower to 50 when RAM is tight and the repair should become serious earlier.',
      risk: 'If it is close to the lower threshold, the effort jumps from 1 to 25 percent of the core at once and latency jumps with it.',
      link: memory,
    },
    activedefrag: {
      usage: 'yes|no',
      does: 'Moves values to denser memory pages while the server runs, so that freed space goes back to the operating system. It needs the jemalloc that is bundled with the server.',
      change:
        'Turn it on when `mem_fragmentation_ratio` stays above 1.5 with hundreds of megabytes wasted. `CONFIG SET` works, no restart needed.',
      risk: 'Builds with the system allocator, Debian and Ubuntu packages among them, refuse `yes`: in the file that stops the start. While active it takes 1 to 25 percent of the main thread.',
      link: memory,
    },
  },
};
