/** Why the text of a file does not decide what a server makes of it, and the cases of the corpus that it holds for. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'a directory that was not there': ['s1-0225', 's1-1166', 's1-2693'],
  'a file that was not there': ['s1-0065', 's1-1461', 's1-2517'],
  'a file with a glob character in its name was not there (up to 6.2 the name is taken as it is)': [
    's1-0324',
    's1-0972',
    's1-1565',
    's1-2761',
  ],
  'a module that was not there': ['s1-0724', 's1-2418', 's1-2446'],
  'a script that was not there': ['s1-1326', 's1-1484'],
  'a log file that could not be opened, or that was a directory': ['s1-0469', 's1-1689', 's1-2893'],
  'the directory of a socket or of the cluster state was not there': ['s1-0743', 's1-1691'],
  'a group of users that the system did not know': ['s1-0254', 's1-2713'],
  'an address that the machine did not have': ['s1-0271', 's1-0666', 's1-2727'],
  'a host name that did not resolve': ['s1-1312'],
  'a locale that was not installed': [
    's1-0436',
    's1-0859',
    's1-1285',
    's1-1606',
    's1-1712',
    's1-2123',
    's1-2328',
    's1-2552',
    's1-2992',
  ],
  'more memory than the machine had': ['s1-0118', 's1-0539'],
  'a build without the allocator that defragmentation needs': ['s1-1022', 's1-1439', 's1-1979'],
  'a build without RDMA': ['s1-0194', 's1-2140', 's1-2732'],
};

/** Cases of the corpus whose refusal the text alone does not decide, each with the reason. */
export const machineDependent: ReadonlyMap<string, string> = new Map(
  Object.entries(CASES).flatMap(([reason, ids]) => ids.map((id) => [id, reason] as const)),
);
